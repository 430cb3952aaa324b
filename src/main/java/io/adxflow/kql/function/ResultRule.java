package io.adxflow.kql.function;

import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.function.Function;

/**
 * How the type of a result follows from the types of the arguments, after these were widened to their common type.
 *
 * @param text for the reader of the reference: a type, or a few words
 */
public record ResultRule(String text, Function<List<KqlType>, KqlType> rule) {
    /** The type of the result for arguments of these types. */
    public KqlType of(List<KqlType> arguments) {
        return rule.apply(arguments);
    }

    static ResultRule fixed(KqlType type) {
        return new ResultRule(type.keyword(), arguments -> type);
    }

    static ResultRule sameAs(int index) {
        return new ResultRule("type of argument " + (index + 1), arguments -> arguments.get(index));
    }
}
