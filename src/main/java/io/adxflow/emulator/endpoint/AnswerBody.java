package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Body;
import io.adxflow.emulator.command.language.RunningRequest;
import io.adxflow.emulator.protocol.Answer;
import io.adxflow.emulator.store.Snapshot;
import java.io.IOException;
import java.io.OutputStream;

/** A query that has begun: its rows go out while they are read, and it ends when its reader does. */
final class AnswerBody implements Body {
    private final Answer answer;
    private final Format format;
    private final Snapshot snapshot;
    private final RunningRequest request;

    AnswerBody(Answer answer, Format format, Snapshot snapshot, RunningRequest request) {
        this.answer = answer;
        this.format = format;
        this.snapshot = snapshot;
        this.request = request;
    }

    /** How an answer is written. */
    @FunctionalInterface
    interface Format {
        void write(Answer answer, OutputStream out) throws IOException;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        format.write(answer, out);
    }

    @Override
    public void close() {
        try {
            snapshot.close();
        } finally {
            request.completed();
        }
    }
}
