package io.adxflow.emulator.command.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.emulator.duckdb.DuckDbStore;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.QueryContext;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestLogTest {
    private static final RequestOrigin ORIGIN = new RequestOrigin("me;1", UUID.randomUUID(), "");

    @TempDir
    Path directory;

    private Store store;
    private RequestLog log;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(directory, Clock.systemUTC());
        log = new RequestLog(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    /** What stops a query holds all of it, and the log keeps a thousand. */
    @Test
    void whatHasEndedIsLetGoOf() {
        AtomicInteger stops = new AtomicInteger();
        RunningRequest request = log.begin("T", "db", Access.UNCHECKED, ORIGIN, stops::incrementAndGet);
        request.cancel();
        request.completed();
        request.cancel();
        assertThat(stops).hasValue(1);
        assertThat(log.running()).isEmpty();
        assertThat(log.queries()).containsExactly(request);
    }

    @Test
    void aCommandThatRunsOutOfStackHasEnded() {
        CommandRequest command = new CommandRequest(
                ".show tables", QueryContext.at(0, "db"), Duration.ofMinutes(1), ORIGIN, Access.UNCHECKED);
        assertThatThrownBy(() -> log.during("TablesShow", command, () -> {
                    throw new StackOverflowError();
                }))
                .isInstanceOf(StackOverflowError.class);
        assertThat(log.running()).isEmpty();
        assertThat(log.commands().get(0).state()).isEqualTo(RunningRequest.State.FAILED);
    }
}
