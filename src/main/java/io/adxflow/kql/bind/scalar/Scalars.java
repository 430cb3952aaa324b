package io.adxflow.kql.bind.scalar;

import io.adxflow.kql.plan.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions about bound expressions. */
public final class Scalars {
    private static final Set<String> RANDOM = Set.of("new_guid", "rand");

    private Scalars() {}

    /** Whether each computation gives another value. */
    public static boolean isRandom(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply
                && (RANDOM.contains(apply.function().name())
                        || apply.arguments().stream().anyMatch(Scalars::isRandom));
    }

    /** Whether the value does not depend on a row. */
    public static boolean isConstant(Scalar scalar) {
        return scalar.accept(new Scalar.Visitor<>() {
            @Override
            public Boolean column(Scalar.ColumnReference column) {
                return false;
            }

            @Override
            public Boolean constant(Scalar.Constant constant) {
                return true;
            }

            @Override
            public Boolean apply(Scalar.Apply apply) {
                return areConstant(apply.arguments());
            }

            @Override
            public Boolean subquery(Scalar.Subquery subquery) {
                return true;
            }

            @Override
            public Boolean member(Scalar.Member member) {
                return isConstant(member.value());
            }
        });
    }

    private static boolean areConstant(List<Scalar> scalars) {
        return scalars.stream().allMatch(Scalars::isConstant);
    }

    /** The text of a constant string. */
    public static Optional<String> text(Scalar scalar) {
        return constant(scalar).filter(String.class::isInstance).map(String.class::cast);
    }

    /** The value of a constant that stands in the query. */
    public static Optional<Object> constant(Scalar scalar) {
        return scalar instanceof Scalar.Constant constant ? constant.value() : Optional.empty();
    }
}
