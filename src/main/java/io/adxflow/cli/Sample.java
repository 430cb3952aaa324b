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
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

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
                long rows = new TableUpload(client).csv(TABLE, text());
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

    /** The rows without the line of titles. */
    private static String text() {
        try (InputStream packed = Sample.class.getResourceAsStream(RESOURCE);
                GZIPInputStream csv = new GZIPInputStream(packed)) {
            String all = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            return all.substring(all.indexOf('\n') + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
