package io.adxflow.kql.sql;

import io.adxflow.kql.plan.Scalar;
import java.util.List;
import java.util.Map;

/** Expressions over the rows of one step. Ask for {@link #rows} after all of them: it adds what they share. */
final class RowSql {
    private final SharedValues shared;
    private final ScalarSql scalars;

    RowSql(SharedValues shared, ScalarSql scalars) {
        this.shared = shared;
        this.scalars = scalars;
    }

    String of(Scalar scalar) {
        return scalars.of(scalar);
    }

    List<String> of(List<Scalar> all) {
        return scalars.of(all);
    }

    /** The arguments of a template that may compute one of them more than once, or of one that does not. */
    List<String> of(List<Scalar> arguments, boolean repeats) {
        return scalars.arguments(arguments, repeats);
    }

    /** A condition in a place where null counts as false. */
    String condition(Scalar predicate) {
        return scalars.condition(predicate);
    }

    /** What named places of templates stand for. */
    Map<String, String> values() {
        return scalars.values();
    }

    /** The step, or a select in parentheses. */
    String rows() {
        return shared.rows();
    }

    /** The columns that {@link #rows} has beside those of the step. */
    List<String> columns() {
        return shared.columns();
    }
}
