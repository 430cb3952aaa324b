package io.adxflow.kql.plan;

import io.adxflow.kql.function.WindowFunction;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/** A field and the window function that gives its value. */
public record WindowAssignment(
        Field field, WindowFunction function, List<Scalar> arguments, Optional<Restart> restart) {
    public WindowAssignment {
        arguments = List.copyOf(arguments);
    }

    /** Where the function starts anew: the condition, and a field that counts how often it was true so far. */
    public record Restart(Scalar when, Field run) {
        public Restart {
            TypeCheck.is(KqlType.BOOL, when);
        }
    }
}
