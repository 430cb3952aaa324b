package io.adxflow.cli;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.job.model.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** The table of storms that an emulator has from its first use on: NOAA's best tracks of the Atlantic, public domain. */
final class Sample {
    static final String TABLE = "AtlanticStorms";
    private static final String RESOURCE = "/io/adxflow/sample/atlantic-storms.csv.gz";
    private static final String COLUMNS =
            "(Time:datetime, Name:string, Status:string, Category:int, Lat:real, Lon:real,"
                    + " WindKnots:int, PressureMb:int, TropicalStormDiameter:int, HurricaneDiameter:int)";

    private final Wiring wiring;
    private final Terminal terminal;

    Sample(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    /** Loads the table unless the emulator has one of that name with rows in it. */
    void loadOnce(Environment environment) {
        try (AdxClient client = wiring.connect(environment)) {
            if (!hasRows(client)) {
                String database = environment.adx().database();
                client.command(database, ".create table " + TABLE + " " + COLUMNS);
                long rows = new TableUpload(environment.adx().cluster(), database).csv(TABLE, text());
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
