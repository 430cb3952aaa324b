package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.ingest.ClosableRows;
import io.adxflow.emulator.store.Snapshot;
import java.io.IOException;

/** Stops a command that runs: the query in it, the reading of its data, and the change at its end. Any thread may ask for it. */
public final class Cancellation {
    private static final int BAD_REQUEST = 400;

    private volatile boolean isAsked;
    private volatile Snapshot running;

    void cancel() {
        isAsked = true;
        Snapshot snapshot = running;
        if (snapshot != null) {
            snapshot.cancel();
        }
    }

    boolean isAsked() {
        return isAsked;
    }

    /** @throws RemoteException when the command was cancelled */
    public void check() {
        if (isAsked) {
            throw new RemoteException("the command was cancelled", false, BAD_REQUEST, "", null);
        }
    }

    /** A snapshot whose query stops with the command. */
    Snapshot watched(Snapshot snapshot) {
        running = snapshot;
        if (isAsked) {
            snapshot.cancel();
        }
        return snapshot;
    }

    /** The same rows, which end in a failure when the command is cancelled. */
    public ClosableRows watched(ClosableRows rows) {
        return new ClosableRows() {
            @Override
            public boolean next() {
                check();
                return rows.next();
            }

            @Override
            public Object value(int column) {
                return rows.value(column);
            }

            @Override
            public void close() throws IOException {
                rows.close();
            }
        };
    }
}
