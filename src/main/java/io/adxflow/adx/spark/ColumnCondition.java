package io.adxflow.adx.spark;

import io.adxflow.adx.client.Quoted;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Literal;

/** One column compared with literals, in Spark's words, and what that is in KQL. */
record ColumnCondition(ReadColumn column, String operator, List<Literal<?>> values) {

    /** KQL that holds exactly where Spark says true. */
    Optional<String> isTrue() {
        return switch (operator) {
            case "IS_NULL" -> isNull();
            case "IS_NOT_NULL" -> isNotNull();
            case "=", "<", "<=", ">", ">=" -> compared(operator);
            case "<>" -> guarded(compared("<>"));
            case "<=>" -> values.get(0).value() == null ? isNull() : compared("=");
            case "IN" -> in();
            case "STARTS_WITH" -> text("startswith_cs");
            case "ENDS_WITH" -> text("endswith_cs");
            case "CONTAINS" -> text("contains_cs");
            default -> Optional.empty();
        };
    }

    /** KQL that holds exactly where Spark says false, which is not where it says null. */
    Optional<String> isFalse() {
        return switch (operator) {
            case "IS_NULL" -> isNotNull();
            case "IS_NOT_NULL" -> isNull();
            case "=" -> guarded(compared("<>"));
            case "<>" -> compared("=");
            case "<" -> compared(">=");
            case "<=" -> compared(">");
            case ">" -> compared("<=");
            case ">=" -> compared("<");
            case "<=>" -> values.get(0).value() == null
                    ? isNotNull()
                    : compared("<>").map(this::orNull);
            case "IN" -> notIn();
            case "STARTS_WITH" -> text("!startswith_cs");
            case "ENDS_WITH" -> text("!endswith_cs");
            case "CONTAINS" -> text("!contains_cs");
            default -> Optional.empty();
        };
    }

    private String name() {
        return Quoted.name(column.name());
    }

    /** A string is never null in ADX, and JSON null is not what Spark sees in every dynamic. */
    private Optional<String> isNull() {
        return switch (column.type()) {
            case STRING -> Optional.of("false");
            case DYNAMIC -> Optional.empty();
            default -> Optional.of("isnull(" + name() + ")");
        };
    }

    private Optional<String> isNotNull() {
        return switch (column.type()) {
            case STRING -> Optional.of("true");
            case DYNAMIC -> Optional.empty();
            default -> Optional.of("isnotnull(" + name() + ")");
        };
    }

    private Optional<String> compared(String comparison) {
        return ColumnComparison.of(column, comparison, values.get(0));
    }

    /** In KQL a null differs from every value; in Spark nothing is known about it. */
    private Optional<String> guarded(Optional<String> condition) {
        return column.type() == ReadType.STRING
                ? condition
                : condition.map(text -> "(isnotnull(" + name() + ") and " + text + ")");
    }

    private String orNull(String condition) {
        return column.type() == ReadType.STRING ? condition : "(isnull(" + name() + ") or " + condition + ")";
    }

    /** A null in the list never makes it true. */
    private Optional<String> in() {
        List<Optional<String>> each = values.stream()
                .filter(value -> value.value() != null)
                .map(value -> ColumnComparison.of(column, "=", value))
                .toList();
        return joined(each, " or ", "false");
    }

    /** A null in the list never makes it false. */
    private Optional<String> notIn() {
        if (values.stream().anyMatch(value -> value.value() == null)) {
            return Optional.of("false");
        }
        List<Optional<String>> each = values.stream()
                .map(value -> ColumnComparison.of(column, "<>", value))
                .toList();
        return guarded(joined(each, " and ", "true"));
    }

    private static Optional<String> joined(List<Optional<String>> each, String operator, String none) {
        if (each.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<String> conditions = each.stream().map(Optional::orElseThrow).toList();
        return Optional.of(conditions.isEmpty() ? none : "(" + String.join(operator, conditions) + ")");
    }

    private Optional<String> text(String kql) {
        boolean exact = column.type() == ReadType.STRING && values.get(0).value() != null;
        return exact
                ? ExactText.find(values.get(0).value()).map(text -> name() + " " + kql + " " + Quoted.string(text))
                : Optional.empty();
    }
}
