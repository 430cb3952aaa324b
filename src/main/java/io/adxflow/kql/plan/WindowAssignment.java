package io.adxflow.kql.plan;

import io.adxflow.kql.function.WindowFunction;
import java.util.List;
import java.util.Optional;

/**
 * A field and the window function that gives its value.
 *
 * @param run when the function starts anew somewhere: a field that counts the restarts so far
 */
public record WindowAssignment(Field field, WindowFunction function, List<Scalar> arguments, Optional<Field> run) {
    public WindowAssignment {
        arguments = List.copyOf(arguments);
    }
}
