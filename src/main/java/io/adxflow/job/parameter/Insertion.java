package io.adxflow.job.parameter;

import java.util.Optional;

/** The text that takes the place of a parameter, or the reason why the parameter cannot stand there. */
record Insertion(String text, Optional<String> refusal) {
    static Insertion of(String text) {
        return new Insertion(text, Optional.empty());
    }

    static Insertion refused(String reason) {
        return new Insertion("", Optional.of(reason));
    }
}
