package io.adxflow.emulator.command.language;

import java.util.UUID;

/**
 * A query or command from its begin to its end.
 */
public final class RunningRequest {
    /** How far a request is. */
    public enum State {
        IN_PROGRESS("InProgress"),
        COMPLETED("Completed"),
        FAILED("Failed"),
        CANCELLED("Cancelled");

        private final String label;

        State(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** What does not change while a request runs. */
    public record Facts(
            String kind, String text, String database, String principal, RequestOrigin origin, long startedOn) {}

    private static final Runnable NOTHING = () -> {};

    private final Facts facts;
    private final RequestLog log;

    /** Holds the query with what it has answered, so it is let go of at the end: the log keeps requests for long. */
    private volatile Runnable stop;

    private volatile State state = State.IN_PROGRESS;
    private volatile long updatedOn;
    private volatile String failure = "";
    private volatile boolean isCancelled;

    RunningRequest(Facts facts, Runnable stop, RequestLog log) {
        this.facts = facts;
        this.stop = stop;
        this.log = log;
        this.updatedOn = facts.startedOn();
    }

    public Facts facts() {
        return facts;
    }

    public State state() {
        return state;
    }

    /** Ticks of its end, or of its start while it runs. */
    public long updatedOn() {
        return updatedOn;
    }

    /** Why it failed, or an empty text. */
    public String failure() {
        return failure;
    }

    UUID activity() {
        return facts.origin().activity();
    }

    public boolean isQuery() {
        return facts.kind().equals(RequestLog.QUERY);
    }

    public void cancel() {
        isCancelled = true;
        stop.run();
    }

    /** The request has been answered, unless it has ended already. */
    public void completed() {
        end(State.COMPLETED, "");
    }

    public void failed(Throwable cause) {
        end(isCancelled ? State.CANCELLED : State.FAILED, String.valueOf(cause.getMessage()));
    }

    private synchronized void end(State next, String why) {
        if (state == State.IN_PROGRESS) {
            state = next;
            stop = NOTHING;
            failure = why;
            updatedOn = log.ended(this);
        }
    }
}
