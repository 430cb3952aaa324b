package io.adxflow.kql.plan;

import io.adxflow.kql.language.KqlType;
import java.util.List;

/** What the compact constructors of the plan insist on. A refusal is a bug of the binder. */
final class TypeCheck {
    private TypeCheck() {}

    static void is(KqlType expected, Scalar scalar) {
        if (scalar.type() != expected) {
            throw new IllegalArgumentException("the binder let through " + scalar.type() + " for " + expected);
        }
    }

    static void sameTypes(List<Field> fields, List<Scalar> values) {
        if (fields.size() != values.size()) {
            throw new IllegalArgumentException(
                    "the binder let through " + values.size() + " values for " + fields.size() + " fields");
        }
        for (int i = 0; i < values.size(); i++) {
            is(fields.get(i).type(), values.get(i));
        }
    }
}
