package io.adxflow.emulator.command.ingestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.emulator.command.Script;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtentMergeTest {
    private static final int INGESTIONS = 70;

    @TempDir
    Path directory;

    private Script script;

    @BeforeEach
    void open() {
        script = new Script(directory);
        script.command(".create table T (a:long)");
    }

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void rowsOfMergedExtentsKeepTheirIngestionTimes() {
        ingestMany();
        assertThat(extents()).isLessThan(10);
        List<List<Object>> times = script.command(
                        ".set-or-append C <| T | summarize Times = dcount(ingestion_time()), Rows = count()")
                .rows();
        assertThat(times).hasSize(1);
        assertThat(rowsOf("C")).isEqualTo(List.of(List.of((long) INGESTIONS, (long) INGESTIONS)));
    }

    @Test
    void thePolicyOfATableForbidsMerging() {
        script.command(".alter table T policy merge @'{\"AllowMerge\":\"false\", \"AllowRebuild\":\"false\"}'");
        ingestMany();
        assertThat(extents()).isEqualTo(INGESTIONS);
    }

    @Test
    void extentsWithDifferentTagsStayApart() {
        script.command(".ingest inline into table T with (tags='[\"drop-by:1\"]') <| 0");
        ingestMany();
        assertThat(script.command(".show table T extents where tags has 'drop-by:1' | project RowCount")
                        .rows())
                .isEqualTo(List.of(List.of(1L)));
    }

    @Test
    void theTagsOfMergedExtentsAreThoseOfAll() {
        script.command(".ingest inline into table T with (tags='[\"ingest-by:1\"]') <| 0");
        ingestMany();
        assertThat(script.command(".show table T extents where tags has 'ingest-by:1' | where RowCount > 60")
                        .rows())
                .hasSize(1);
    }

    @Test
    void manyMovesAreMergedInTheBackground() {
        script.command(".create table Target (a:long)");
        for (int i = 0; i < INGESTIONS; i++) {
            script.command(".ingest inline into table T <| " + i);
            script.command(".move extents all from table T to table Target");
        }
        assertThat(extentsOf("Target")).isEqualTo(INGESTIONS);
        script.commands().merge();
        assertThat(extentsOf("Target")).isEqualTo(1);
        assertThat(script.command(".show table Target details | project TotalRowCount")
                        .rows())
                .isEqualTo(List.of(List.of((long) INGESTIONS)));
    }

    private void ingestMany() {
        for (int i = 0; i < INGESTIONS; i++) {
            script.command(".ingest inline into table T <| " + i);
        }
    }

    private long extents() {
        return extentsOf("T");
    }

    private long extentsOf(String table) {
        return script.command(".show table " + table + " extents").rows().size();
    }

    private List<List<Object>> rowsOf(String table) {
        return script.command(".show tables | take 1 | project X = toscalar(" + table
                        + " | project Times), Y = toscalar(" + table + " | project Rows)")
                .rows();
    }
}
