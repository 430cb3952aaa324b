package io.adxflow.kql.plan;

import io.adxflow.kql.language.KqlType;
import java.util.List;

/**
 * One step of a {@link Relation.Match}.
 *
 * @param memory what this and later steps know of the last row that matched this step
 * @param values one value for each of the relation's outputs
 */
public record MatchStep(List<Memory> memory, Scalar condition, List<Scalar> values, Output output) {
    public MatchStep {
        memory = List.copyOf(memory);
        values = List.copyOf(values);
        TypeCheck.is(KqlType.BOOL, condition);
    }

    /** A field that keeps what {@code source} was in the last row; {@code initial} before there was one. */
    public record Memory(Field field, Field source, Scalar initial) {
        public Memory {
            TypeCheck.is(field.type(), initial);
            TypeCheck.is(field.type(), source.reference());
        }
    }

    /** Which of the rows that match the step are in the result. */
    public enum Output {
        ALL,
        /** The last one of each series of matches. */
        LAST,
        NONE
    }
}
