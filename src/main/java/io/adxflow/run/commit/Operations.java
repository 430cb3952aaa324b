package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxResult;
import java.time.Duration;
import java.util.Optional;

/** Waits for what an {@code async} command started. Its answer is for messages; the truth is in the tables. */
public final class Operations {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** ADX allows a management command one hour at most. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final AdxPort port;

    public Operations(AdxPort port) {
        this.port = port;
    }

    /** Sends the command and waits for its end. */
    Ending run(String command) {
        AdxResult started = port.command(command);
        String id = started.text(0, "OperationId");
        Duration waited = Duration.ZERO;
        for (Duration pause = FIRST_PAUSE; waited.compareTo(PATIENCE) < 0; pause = longer(pause)) {
            AdxResult state = port.command(".show operations " + id);
            if (state.isEmpty()) {
                return Ending.unknown("ADX does not know the operation " + id + " any more");
            }
            if (!isUnderWay(state.text(0, "State"))) {
                return Ending.of(state.text(0, "State"), state.text(0, "Status"));
            }
            port.pause(pause);
            waited = waited.plus(pause);
        }
        return Ending.unknown("the operation " + id + " did not end within " + PATIENCE.toMinutes() + " minutes");
    }

    private static boolean isUnderWay(String state) {
        return state.equals("InProgress") || state.equals("Scheduled");
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /**
     * How a command ended, as far as ADX says.
     *
     * @param failure why it did not complete; empty when it did
     * @param isRefusal whether ADX said no, so that waiting changes little
     */
    record Ending(Optional<String> failure, boolean isRefusal) {
        static Ending of(String state, String status) {
            return state.equals("Completed")
                    ? new Ending(Optional.empty(), false)
                    : new Ending(Optional.of(state + ": " + status), !state.equals("Throttled"));
        }

        static Ending unknown(String why) {
            return new Ending(Optional.of(why), false);
        }

        static Ending refused(String why) {
            return new Ending(Optional.of(why), true);
        }
    }
}
