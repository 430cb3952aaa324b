package io.adxflow.kql.plan;

import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/** An expression over one row, bound and typed. */
public sealed interface Scalar {
    KqlType type();

    <R> R accept(Visitor<R> visitor);

    /** The value of a field. */
    record ColumnReference(int id, KqlType type) implements Scalar {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.column(this);
        }
    }

    /**
     * A value that stands in the query, or null. Java types: Boolean for bool; Integer for int; Long for long, and the ticks of
     * datetime and timespan; Double for real; BigDecimal for decimal; UUID for guid; String for string and the JSON text of dynamic.
     */
    record Constant(KqlType type, Optional<Object> value) implements Scalar {
        public static Constant nullOf(KqlType type) {
            return type == KqlType.STRING ? of(type, "") : new Constant(type, Optional.empty());
        }

        public static Constant of(KqlType type, Object value) {
            return new Constant(type, Optional.of(value));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** A call; the arguments already have the types that the overload takes. */
    record Apply(KqlFunction function, List<Scalar> arguments, KqlType type) implements Scalar {
        public Apply {
            arguments = List.copyOf(arguments);
            if (!function.signature().takes(arguments.size())) {
                throw new IllegalArgumentException("the binder let through a bad call of " + function.name());
            }
        }

        public static Apply of(KqlFunction function, List<Scalar> arguments) {
            List<KqlType> types = arguments.stream().map(Scalar::type).toList();
            return new Apply(function, arguments, function.resultType(types));
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.apply(this);
        }
    }

    /** The value of the first field of the first row; null without a row. */
    record Subquery(Relation relation) implements Scalar {
        public Subquery {
            if (relation.header().fields().isEmpty()) {
                throw new IllegalArgumentException("a row set without columns has no first value");
            }
        }

        @Override
        public KqlType type() {
            return relation.header().fields().get(0).type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.subquery(this);
        }
    }

    /** Whether a value is one of those in the first field of a row set; never null. */
    record Member(Scalar value, Relation relation) implements Scalar {
        public Member {
            TypeCheck.is(relation.header().fields().get(0).type(), value);
        }

        @Override
        public KqlType type() {
            return KqlType.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** No default methods: a new scalar must be answered everywhere. */
    interface Visitor<R> {
        R column(ColumnReference scalar);

        R constant(Constant scalar);

        R apply(Apply scalar);

        R subquery(Subquery scalar);

        R member(Member scalar);
    }
}
