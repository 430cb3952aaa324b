package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxOperations;
import java.util.Optional;

/**
 * How a commit command ended, as far as ADX says. It is for messages; the truth is in the tables.
 *
 * @param failure why it did not complete; empty when it did
 * @param isRefusal whether ADX said no, so that waiting changes little
 */
record Ending(Optional<String> failure, boolean isRefusal) {
    static Ending of(AdxOperations.End end) {
        return end.isCompleted()
                ? new Ending(Optional.empty(), false)
                : new Ending(Optional.of(end.text()), end.isKnown() && !end.isThrottled());
    }

    static Ending unknown(String why) {
        return new Ending(Optional.of(why), false);
    }

    static Ending refused(String why) {
        return new Ending(Optional.of(why), true);
    }
}
