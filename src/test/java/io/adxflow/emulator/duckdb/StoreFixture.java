package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.RowSource;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Tables of one column {@code n:long}, filled and counted without the language. */
final class StoreFixture {
    static final String DATABASE = "Samples";
    static final Schema NUMBERS = Schema.of(new Column("n", KqlType.LONG));
    static final Duration LIMIT = Duration.ofSeconds(30);

    private StoreFixture() {}

    static RowSource numbers(long count) {
        return new RowSource() {
            private long row;

            @Override
            public boolean next() {
                return row++ < count;
            }

            @Override
            public Object value(int column) {
                return row;
            }
        };
    }

    /** Makes the table if it is missing, and adds one extent of the numbers 1 to count. */
    static void append(Store store, String name, long count, String... tags) {
        Segment segment = store.write(NUMBERS, numbers(count));
        store.change(DATABASE, database -> {
            Table table = database.table(name).orElseGet(() -> Table.empty(name, NUMBERS));
            Extent extent = Extent.of(segment, List.of(tags), store.now(), OptionalLong.of(store.now()));
            return new Changed<>(database.with(table.plus(List.of(extent))), extent.id());
        });
    }

    static long count(Store store, String table) {
        try (Snapshot snapshot = store.open(DATABASE)) {
            return count(snapshot, table);
        }
    }

    static long count(Snapshot snapshot, String table) {
        String relation = snapshot.catalog().table(table).orElseThrow().relation();
        try (Rows rows = snapshot.run(NUMBERS, "SELECT count(*) FROM " + relation, LIMIT)) {
            rows.next();
            return (long) rows.value(0);
        }
    }
}
