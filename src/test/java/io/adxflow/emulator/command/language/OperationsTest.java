package io.adxflow.emulator.command.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.emulator.command.Script;
import io.adxflow.emulator.command.language.Operation.State;
import io.adxflow.emulator.duckdb.DuckDbStore;
import io.adxflow.emulator.store.Note;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart finds of commands in the background. */
class OperationsTest {
    private static final Operation RUNNING = Operation.started(
            UUID.randomUUID(),
            "ExtentsMove",
            new CommandRequest(".move", QueryContext.at(1, "Samples"), CommandRequest.DEFAULT_LIMIT),
            1);

    @TempDir
    Path directory;

    @Test
    void anOperationThatWasCutOffIsAbandoned() {
        Operation found = afterRestart(note(RUNNING));
        assertThat(found.state()).isEqualTo(State.ABANDONED);
        assertThat(found.shouldRetry()).isTrue();
        assertThat(found.status()).contains("nothing was changed");
    }

    @Test
    void anOperationWhoseChangeWasMadeIsCompleted() {
        Operation found = afterRestart(
                note(RUNNING), new Note("operation-committed", RUNNING.id().toString(), ""));
        assertThat(found.state()).isEqualTo(State.COMPLETED);
        assertThat(found.shouldRetry()).isFalse();
        assertThat(found.status()).contains("details are lost");
    }

    @Test
    void whatAnOperationAnsweredIsKept() {
        Schema schema = AnswerSchema.of("B bool, I int, L long, R real, D decimal, S string, At datetime, G guid");
        List<Object> row = CommandResult.row(
                true, 1, 2L, Double.NaN, new BigDecimal("1.50"), "", 3L, UUID.nameUUIDFromBytes(new byte[] {1}));
        List<Object> nothing = CommandResult.row(null, null, null, null, null, "", null, null);
        CommandResult answer = CommandResult.of(schema, List.of(row, nothing));
        Operation ended = RUNNING.completed(answer, 2);
        assertThat(afterRestart(note(ended))).isEqualTo(ended);
    }

    @Test
    void aCommandThatWasAnsweredAndChangedSomethingIsKept() {
        try (Script script = new Script(directory)) {
            script.command(".create table T (a:long)");
            script.command(".show tables");
        }
        try (Script script = new Script(directory)) {
            assertThat(script.command(".show operations | project Operation, State")
                            .rows())
                    .containsExactly(List.of("TableCreate", "Completed"));
        }
    }

    private static Note note(Operation operation) {
        return new Note("operation", operation.id().toString(), OperationText.write(operation));
    }

    private Operation afterRestart(Note... notes) {
        try (DuckDbStore store = DuckDbStore.open(directory, Clock.systemUTC())) {
            for (Note note : notes) {
                store.keep(note);
            }
        }
        try (DuckDbStore store = DuckDbStore.open(directory, Clock.systemUTC());
                Operations operations = new Operations(store)) {
            return operations.find(RUNNING.id()).orElseThrow();
        }
    }
}
