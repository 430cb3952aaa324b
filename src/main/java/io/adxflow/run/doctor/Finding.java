package io.adxflow.run.doctor;

import java.util.Optional;

/**
 * What was found about one prerequisite.
 *
 * @param subject the prerequisite: {@code token}, {@code sink Storms}
 * @param repair the command, or the change, that repairs it
 */
public record Finding(String subject, Verdict verdict, String detail, Optional<String> repair) {
    /** How a prerequisite stands. */
    public enum Verdict {
        OK,
        FAILED,
        /** Something that it rests on failed, or it does not apply. */
        SKIPPED
    }
}
