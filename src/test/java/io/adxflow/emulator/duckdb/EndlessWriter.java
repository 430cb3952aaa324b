package io.adxflow.emulator.duckdb;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;

/** Appends extents of ten rows for ever, and says each time how many have been acknowledged. Its end is violent. */
final class EndlessWriter {
    static final int ROWS = 10;

    private EndlessWriter() {}

    public static void main(String[] arguments) {
        DuckDbStore store = DuckDbStore.open(Path.of(arguments[0]), Clock.systemUTC());
        store.createDatabase(StoreFixture.DATABASE);
        PrintStream out = System.out;
        for (int acknowledged = 1; acknowledged > 0; acknowledged++) {
            StoreFixture.append(store, "T", ROWS);
            out.println(acknowledged);
            out.flush();
        }
    }
}
