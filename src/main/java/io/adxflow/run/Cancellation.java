package io.adxflow.run;

import io.adxflow.base.diagnostic.RemoteException;

/** A wish to stop, which comes from another thread and is granted until the first commit begins. */
final class Cancellation {
    private boolean asked;
    private boolean committing;
    private Runnable stop = () -> {};

    /** Notes the wish and stops what is being done. */
    synchronized void ask() {
        if (!committing) {
            asked = true;
            stop.run();
        }
    }

    synchronized boolean isAsked() {
        return asked;
    }

    /** What stops the work that begins now. */
    synchronized void stopWith(Runnable action) {
        stop = action;
    }

    /** From here on the run goes to its end. */
    synchronized void beginCommit() {
        check();
        committing = true;
    }

    /** Ends the run when that is wished. */
    synchronized void check() {
        if (asked) {
            throw new RemoteException("the run was cancelled", true, 0, "", null);
        }
    }
}
