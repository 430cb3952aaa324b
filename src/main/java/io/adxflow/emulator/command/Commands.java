package io.adxflow.emulator.command;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.Store;

/** Runs control commands. */
public final class Commands implements AutoCloseable {

    public Commands(Store store, BlobSource blobs) {}

    /**
     * Runs a command to its end, or starts it when it says {@code async}.
     *
     * @throws io.adxflow.base.diagnostic.UserException with {@link CommandProblem}s, or with those of the queries inside
     */
    public CommandResult run(CommandRequest request) {
        throw CommandProblem.UNKNOWN_COMMAND
                .at(Span.at(0), request.text().strip().split("\\s", 2)[0])
                .in(new SourceText("command", request.text()))
                .toException();
    }

    @Override
    public void close() {}
}
