package io.adxflow.emulator.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetTest {
    @TempDir
    Path directory;

    private Store store;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(directory.resolve("store"), Clock.systemUTC());
        store.createDatabase(StoreFixture.DATABASE);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void datesBecomeTicks() throws Exception {
        long ticks = DatetimeText.ticks("2020-01-02T03:04:05.123456Z").orElseThrow();
        assertThat(read("TIMESTAMP '2020-01-02 03:04:05.123456'", KqlType.DATETIME))
                .isEqualTo(ticks);
        assertThat(read("TIMESTAMPTZ '2020-01-02 03:04:05.123456+00'", KqlType.DATETIME))
                .isEqualTo(ticks);
        assertThat(read("DATE '0001-01-01'", KqlType.DATETIME)).isEqualTo(0L);
        assertThat(read("TIMESTAMP '2020-01-02 03:04:05.123456'", KqlType.STRING))
                .isEqualTo("2020-01-02T03:04:05.1234560Z");
    }

    @Test
    void nanosecondsAreCutToTicksOnBothSidesOfTheEpoch() throws Exception {
        assertThat(read("TIMESTAMP_NS '2020-01-02 03:04:05.123456789'", KqlType.DATETIME))
                .isEqualTo(DatetimeText.ticks("2020-01-02T03:04:05.1234567Z").orElseThrow());
        assertThat(read("TIMESTAMP_NS '1969-12-31 23:59:59.999999850'", KqlType.DATETIME))
                .isEqualTo(DatetimeText.ticks("1969-12-31T23:59:59.9999998Z").orElseThrow());
    }

    @Test
    void numbersConvertWhereTheyFit() throws Exception {
        assertThat(read("7", KqlType.LONG)).isEqualTo(7L);
        assertThat(read("-7.9::DOUBLE", KqlType.INT)).isEqualTo(-7);
        assertThat(read("3000000000", KqlType.INT)).isNull();
        assertThat(read("1.5::FLOAT", KqlType.REAL)).isEqualTo(1.5);
        assertThat(read("true", KqlType.BOOL)).isEqualTo(true);
    }

    @Test
    void whatTheTypeCannotTakeHasNoValue() throws Exception {
        assertThat(read("7", KqlType.TIMESPAN)).isNull();
        assertThat(read("7", KqlType.DATETIME)).isNull();
        assertThat(read("'x'", KqlType.LONG)).isNull();
        assertThat(read("NULL::VARCHAR", KqlType.STRING)).isEqualTo("");
    }

    @Test
    void nestedValuesBecomeDynamic() throws Exception {
        assertThat(read("{'a': [1, 2]}", KqlType.DYNAMIC)).isEqualTo("{\"a\":[1,2]}");
    }

    @Test
    void anotherFileIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("other.parquet"), "this is no parquet");
        assertThatThrownBy(() -> store.writeParquet(StoreFixture.NUMBERS, file))
                .isInstanceOfSatisfying(
                        RemoteException.class, e -> assertThat(e.status()).isEqualTo(400))
                .hasMessageContaining("the Parquet file cannot be read");
    }

    /** A value of a file with one column {@code v}, as a column of this type has it. */
    private Object read(String value, KqlType type) throws Exception {
        Path file = directory.resolve("one.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT " + value + " AS v) TO '" + file + "' (FORMAT parquet)");
        }
        Schema schema = Schema.of(new Column("missing", KqlType.STRING), new Column("v", type));
        Segment segment = store.writeParquet(schema, file);
        Extent extent = Extent.of(segment, List.of(), 0, OptionalLong.empty());
        store.change(
                StoreFixture.DATABASE,
                database -> new Changed<>(database.with(Table.empty("T", schema).plus(List.of(extent))), extent));
        try (Snapshot snapshot = store.open(StoreFixture.DATABASE);
                Rows rows = snapshot.run(
                        schema,
                        "SELECT c0, c1 FROM "
                                + snapshot.catalog().table("T").orElseThrow().relation(),
                        StoreFixture.LIMIT)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.value(0)).isEqualTo("");
            return rows.value(1);
        }
    }
}
