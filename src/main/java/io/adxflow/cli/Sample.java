package io.adxflow.cli;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The table of storms that an emulator has from its first use on: NOAA's best tracks of the Atlantic, public domain. */
final class Sample {
    static final String TABLE = "AtlanticStorms";
    private static final String RESOURCE = "/io/adxflow/sample/atlantic-storms.csv.gz";
    private static final String COLUMNS =
            "(Time:datetime, Name:string, Status:string, Category:int, Lat:real, Lon:real,"
                    + " WindKnots:int, PressureMb:int, TropicalStormDiameter:int, HurricaneDiameter:int)";

    private final Terminal terminal;

    Sample(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Loads the table unless the emulator has one of that name with rows in it. */
    void loadOnce(URI emulator, String database) {
        try (AdxClient client = AdxClient.connect(AdxCluster.at(emulator.toString(), database, new AdxAuth.None()))) {
            if (!hasRows(client)) {
                client.command(database, ".create table " + TABLE + " " + COLUMNS);
                long rows = load(client);
                terminal.say(String.format(
                        "loaded %,d rows of the sample table %s into the emulator (NOAA, public domain)", rows, TABLE));
            }
        }
    }

    private static boolean hasRows(AdxClient client) {
        String database = client.cluster().database();
        AdxResult tables =
                client.command(database, ".show tables | where TableName == '" + TABLE + "' | project TableName");
        return !tables.isEmpty()
                && client.query(database, TABLE + " | count", AdxOptions.none()).number(0, "Count") > 0;
    }

    private static long load(AdxClient client) {
        try (InputStream resource = Sample.class.getResourceAsStream(RESOURCE)) {
            Path file = Files.createTempFile("adxflow-sample", ".csv.gz");
            try {
                Files.copy(resource, file, StandardCopyOption.REPLACE_EXISTING);
                return new TableUpload(client).send(TABLE, file, "csv", true);
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
