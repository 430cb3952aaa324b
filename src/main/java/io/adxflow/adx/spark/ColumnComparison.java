package io.adxflow.adx.spark;

import io.adxflow.adx.client.Quoted;
import io.adxflow.adx.client.TimespanText;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;

/** {@code =}, {@code <>} and the four orders, for the types in which KQL and Spark mean the same. */
final class ColumnComparison {
    private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final long NANOS_PER_MICRO = 1_000;

    private ColumnComparison() {}

    /** A condition for values that are not null; whether it holds for null is for the caller to say. */
    static Optional<String> of(ReadColumn column, String operator, Literal<?> literal) {
        if (literal.value() == null) {
            return Optional.empty();
        }
        String name = Quoted.name(column.name());
        return switch (column.type()) {
            case BOOL -> equality(operator)
                    .flatMap(kql -> typed(literal, DataTypes.BooleanType, name + " " + kql + " bool("));
            case INT -> typed(literal, DataTypes.IntegerType, name + " " + order(operator) + " int(");
            case LONG -> typed(literal, DataTypes.LongType, name + " " + order(operator) + " long(");
            case REAL -> real(name, operator, literal);
            case STRING -> equality(operator)
                    .filter(kql -> literal.dataType().equals(DataTypes.StringType))
                    .flatMap(kql ->
                            ExactText.find(literal.value()).map(text -> name + " " + kql + " " + Quoted.string(text)));
            case DATETIME -> datetime(name, operator, literal);
            case INTERVAL -> interval(name, operator, literal);
            case GUID -> guid(name, operator, literal);
            case DECIMAL, TIMESPAN, DYNAMIC -> Optional.empty();
        };
    }

    private static Optional<String> typed(Literal<?> literal, DataType type, String before) {
        return literal.dataType().equals(type) ? Optional.of(before + literal.value() + ")") : Optional.empty();
    }

    private static String order(String operator) {
        return switch (operator) {
            case "=" -> "==";
            case "<>" -> "!=";
            default -> operator;
        };
    }

    /** For types whose order is not the one of Spark. */
    private static Optional<String> equality(String operator) {
        return operator.equals("=") || operator.equals("<>") ? Optional.of(order(operator)) : Optional.empty();
    }

    /** In Spark NaN is greater than every number, in KQL it compares with none. */
    private static Optional<String> real(String name, String operator, Literal<?> literal) {
        if (!(literal.value() instanceof Double value) || !Double.isFinite(value)) {
            return Optional.empty();
        }
        String condition = name + " " + order(operator) + " real(" + value + ")";
        boolean holdsForNan = operator.equals(">") || operator.equals(">=") || operator.equals("<>");
        return Optional.of(holdsForNan ? "(" + condition + " or isnan(" + name + "))" : condition);
    }

    /** Spark sees the microsecond that a value of ADX falls into, so a point in Spark is a range of ten ticks in ADX. */
    private static Optional<String> datetime(String name, String operator, Literal<?> literal) {
        boolean timestamp = literal.dataType().equals(DataTypes.TimestampType);
        if (!timestamp
                || !(literal.value() instanceof Long micros)
                || !DatetimeText.canHold(micros)
                || !DatetimeText.canHold(micros + 1)) {
            return Optional.empty();
        }
        String from = "datetime(" + DatetimeText.ofMicros(micros) + ")";
        String to = "datetime(" + DatetimeText.ofMicros(micros + 1) + ")";
        return Optional.of(ranged(name, operator, from, to));
    }

    private static Optional<String> interval(String name, String operator, Literal<?> literal) {
        if (!(literal.dataType() instanceof DayTimeIntervalType) || !(literal.value() instanceof Long micros)) {
            return Optional.empty();
        }
        Duration from = IntervalMicros.duration(micros);
        Duration to = from.plusNanos(NANOS_PER_MICRO);
        return IntervalMicros.isTimespan(from) && IntervalMicros.isTimespan(to)
                ? Optional.of(ranged(
                        name, operator, "time(" + TimespanText.of(from) + ")", "time(" + TimespanText.of(to) + ")"))
                : Optional.empty();
    }

    /** @param to the first value behind what Spark sees as one */
    private static String ranged(String name, String operator, String from, String to) {
        return switch (operator) {
            case "=" -> "(" + name + " >= " + from + " and " + name + " < " + to + ")";
            case "<>" -> "(" + name + " < " + from + " or " + name + " >= " + to + ")";
            case "<" -> name + " < " + from;
            case "<=" -> name + " < " + to;
            case ">" -> name + " >= " + to;
            case ">=" -> name + " >= " + from;
            default -> throw new IllegalArgumentException("not a comparison: " + operator);
        };
    }

    /** Spark sees a text; only the one form that it can have is looked for. */
    private static Optional<String> guid(String name, String operator, Literal<?> literal) {
        String text = literal.value().toString();
        return equality(operator)
                .filter(kql -> GUID.matcher(text).matches())
                .map(kql -> name + " " + kql + " guid(" + text + ")");
    }
}
