package io.adxflow.emulator.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.ExternalFile;
import io.adxflow.emulator.store.ExternalReader;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.OpenRows;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What DuckDB asks of files that it cannot read by itself. */
class ExternalScansTest {
    private static final ExternalTable TABLE = new ExternalTable(
            "X",
            Schema.of(new Column("a", KqlType.LONG), new Column("b", KqlType.STRING), new Column("c", KqlType.GUID)),
            List.of(),
            List.of(),
            "csv",
            List.of("place"),
            Map.of(),
            Map.of());

    @TempDir
    Path directory;

    @Test
    void onlyTheColumnsThatAQueryNeedsAreRead() {
        Numbers numbers = new Numbers(10_000);
        assertThat(sum("external_table('X') | where a > 5000 | summarize sum(a)", numbers))
                .isEqualTo(37_502_500L);
        assertThat(numbers.read).containsExactly(0);
        assertThat(numbers.closed).isEqualTo(1);
    }

    @Test
    void aQueryThatHasEnoughReadsNoFurther() {
        Numbers numbers = new Numbers(Long.MAX_VALUE);
        assertThat(sum("external_table('X') | take 10 | summarize count()", numbers))
                .isEqualTo(10L);
        assertThat(numbers.row).isLessThan(1_000_000);
    }

    private Object sum(String query, ExternalReader reader) {
        try (DuckDbStore store = DuckDbStore.open(directory, Clock.systemUTC())) {
            store.createDatabase("Samples");
            store.change(
                    "Samples",
                    database -> new Changed<>(
                            database.withEntities(database.entities().with(TABLE)), true));
            try (Snapshot snapshot = store.open("Samples")) {
                snapshot.reading(reader);
                CompiledResult compiled = Kql.compile(
                                new SourceText("query", query), snapshot.catalog(), QueryContext.at(0, "Samples"))
                        .results()
                        .get(0);
                try (Rows rows = snapshot.run(compiled.schema(), compiled.sql(), StoreFixture.LIMIT)) {
                    assertThat(rows.next()).isTrue();
                    return rows.value(0);
                }
            }
        }
    }

    /** One file of rows that are numbered from one; it remembers which columns it was asked for. */
    private static final class Numbers implements ExternalReader, OpenRows {
        private final long rows;
        private final Set<Integer> read = new TreeSet<>();
        private long row;
        private int closed;

        Numbers(long rows) {
            this.rows = rows;
        }

        @Override
        public List<List<Object>> rows(ExternalData data) {
            return List.of();
        }

        @Override
        public List<ExternalFile> files(ExternalTable table) {
            return List.of(new ExternalFile("place/file", 1, false, List.of()));
        }

        @Override
        public LocalBlob fetch(ExternalFile file) {
            return new LocalBlob(Path.of("file"), false);
        }

        @Override
        public OpenRows open(ExternalTable table, String mapping, ExternalFile file, LocalBlob blob) {
            return this;
        }

        @Override
        public boolean next() {
            row++;
            return row <= rows;
        }

        @Override
        public Object value(int column) {
            read.add(column);
            return row;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
