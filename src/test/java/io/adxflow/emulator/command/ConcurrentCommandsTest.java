package io.adxflow.emulator.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrentCommandsTest {
    private static final int THREADS = 6;
    private static final int ROUNDS = 10;

    @TempDir
    Path directory;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private Script script;

    @BeforeEach
    void open() {
        script = new Script(directory);
        script.command(".create tables S (a:long), T (a:long)");
    }

    @AfterEach
    void close() {
        threads.shutdown();
        script.close();
    }

    @Test
    void ingestionsAtTheSameTimeAllArrive() throws Exception {
        atOnce(thread -> script.command(".ingest inline into table S <| " + thread));
        assertThat(rows("S")).isEqualTo((long) THREADS * ROUNDS);
    }

    @Test
    void oneOfManyEqualTagsIsIngested() throws Exception {
        atOnce(thread -> script.command(
                ".ingest inline into table S with (tags='[\"ingest-by:1\"]', ingestIfNotExists='[\"1\"]') <| 1"));
        assertThat(rows("S")).isEqualTo(1);
    }

    @Test
    void aRowIsMovedOnceWhileOthersIngest() throws Exception {
        atOnce(thread -> {
            script.command(".ingest inline into table S <| " + thread);
            if (thread == 0) {
                script.command(".move extents to table T <| S | summarize by ExtentId = extent_id(), TableName = 'S'");
            }
        });
        assertThat(rows("S") + rows("T")).isEqualTo((long) THREADS * ROUNDS);
        assertThat(rows("T")).isPositive();
    }

    @Test
    void oneOfManyRenamesWins() throws Exception {
        List<Future<Boolean>> renamed = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            String next = "R" + i;
            renamed.add(threads.submit(() -> isDone(".rename tables " + next + " = S")));
        }
        int winners = 0;
        for (Future<Boolean> one : renamed) {
            winners += one.get() ? 1 : 0;
        }
        assertThat(winners).isEqualTo(1);
    }

    private boolean isDone(String command) {
        try {
            script.command(command);
            return true;
        } catch (UserException e) {
            return false;
        }
    }

    /** What each thread does in each round. */
    private interface Work {
        void run(int thread);
    }

    private void atOnce(Work work) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            running.add(threads.submit(() -> {
                for (int round = 0; round < ROUNDS; round++) {
                    work.run(thread);
                }
            }));
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    private long rows(String table) {
        return (long) script.command(".show table " + table + " details | project TotalRowCount")
                .rows()
                .get(0)
                .get(0);
    }
}
