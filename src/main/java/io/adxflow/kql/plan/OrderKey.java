package io.adxflow.kql.plan;

/** One key of a row order. The field is carried along by every operator that keeps the order. */
public record OrderKey(Field field, Direction direction, Nulls nulls) {
    /** Which way values run. */
    public enum Direction {
        ASCENDING,
        DESCENDING;

        public Direction reversed() {
            return this == ASCENDING ? DESCENDING : ASCENDING;
        }
    }

    /** Where nulls stand. */
    public enum Nulls {
        FIRST,
        LAST;

        public Nulls reversed() {
            return this == FIRST ? LAST : FIRST;
        }
    }

    public OrderKey reversed() {
        return new OrderKey(field, direction.reversed(), nulls.reversed());
    }
}
