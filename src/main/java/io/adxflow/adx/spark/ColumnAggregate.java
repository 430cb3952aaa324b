package io.adxflow.adx.spark;

import io.adxflow.adx.client.Quoted;
import java.util.Optional;

/**
 * One column as a key or inside an aggregate, for the types in which both sides mean the same. What differs is made
 * equal where that is cheap: over nothing, ADX gives 0 for a sum and NaN for an average where Spark gives null; in ADX a
 * NaN is the least and the greatest of its column, in Spark it is only the greatest.
 */
final class ColumnAggregate {
    /** The number of rows. */
    static final Term ROWS = new Term("count()", ReadType.LONG);

    private ColumnAggregate() {}

    /** An expression and what it gives. */
    record Term(String kql, ReadType type) {}

    /** Spark sees microseconds, so values of ADX within one of them are one key. */
    static Optional<Term> key(ReadColumn column) {
        String name = name(column);
        return switch (column.type()) {
            case BOOL, INT, LONG, STRING, GUID, TIMESPAN -> Optional.of(new Term(name, column.type()));
            case DATETIME, INTERVAL -> Optional.of(new Term("bin(" + name + ", 1microsecond)", column.type()));
            case REAL, DECIMAL, DYNAMIC -> Optional.empty();
        };
    }

    static Optional<Term> count(ReadColumn column) {
        return switch (column.type()) {
            case STRING -> Optional.of(ROWS);
            case DYNAMIC -> Optional.empty();
            default -> Optional.of(new Term("countif(isnotnull(" + name(column) + "))", ReadType.LONG));
        };
    }

    /** Nulls do not count on either side. */
    static Optional<Term> countDistinct(ReadColumn column) {
        return key(column).map(key -> new Term("count_distinct(" + key.kql() + ")", ReadType.LONG));
    }

    static Optional<Term> min(ReadColumn column) {
        String number = "minif(%1$s, isfinite(%1$s) or isinf(%1$s))";
        return extreme(column, "min", "coalesce(" + number + ", iff(countif(isnan(%1$s)) > 0, real(nan), real(null)))");
    }

    static Optional<Term> max(ReadColumn column) {
        String number = "maxif(%1$s, isfinite(%1$s) or isinf(%1$s))";
        return extreme(column, "max", "iff(countif(isnan(%1$s)) > 0, real(nan), " + number + ")");
    }

    private static Optional<Term> extreme(ReadColumn column, String function, String ofReals) {
        String name = name(column);
        String plain = function + "(" + name + ")";
        return switch (column.type()) {
            case INT -> Optional.of(new Term("toint(" + plain + ")", ReadType.INT));
            case LONG, DECIMAL, DATETIME, INTERVAL -> Optional.of(new Term(plain, column.type()));
            case REAL -> Optional.of(new Term(String.format(ofReals, name), ReadType.REAL));
            case BOOL -> Optional.of(new Term("tobool(" + function + "(toint(" + name + ")))", ReadType.BOOL));
            case STRING, TIMESPAN, GUID, DYNAMIC -> Optional.empty();
        };
    }

    /**
     * The sum of reals depends on their order on both sides. A sum of longs that is too large wraps in ADX, where Spark
     * wraps, gives null or fails, by settings and functions that do not reach a data source.
     */
    static Optional<Term> sum(ReadColumn column) {
        boolean exact = column.type() == ReadType.INT;
        String sum = "sum(tolong(" + name(column) + "))";
        return exact ? Optional.of(new Term(unlessEmpty(column, "long(null)", sum), ReadType.LONG)) : Optional.empty();
    }

    /** Spark adds up whole numbers as doubles, so the average of longs depends on their order. */
    static Optional<Term> avg(ReadColumn column) {
        boolean exact = column.type() == ReadType.INT;
        String avg = "avg(toreal(" + name(column) + "))";
        return exact ? Optional.of(new Term(unlessEmpty(column, "real(null)", avg), ReadType.REAL)) : Optional.empty();
    }

    private static String unlessEmpty(ReadColumn column, String empty, String kql) {
        return "iff(countif(isnotnull(" + name(column) + ")) == 0, " + empty + ", " + kql + ")";
    }

    private static String name(ReadColumn column) {
        return Quoted.name(column.name());
    }
}
