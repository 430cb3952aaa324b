package io.adxflow.run.quality;

import io.adxflow.job.model.Check;
import io.adxflow.job.model.Otherwise;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Checks as Spark SQL expressions. A row passes when the condition is true; false and null both fail it. The line break
 * after a condition ends a comment that the condition may end with.
 */
public final class CheckSql {
    private CheckSql() {}

    public static String passes(Check check) {
        return "coalesce((" + check.condition().text() + "\n), false)";
    }

    public static String fails(Check check) {
        return "NOT " + passes(check);
    }

    /** How many rows fail, as an aggregate: all checks of a step are counted in one pass. */
    public static String failed(Check check) {
        return "count_if(" + fails(check) + ")";
    }

    /** What the rows of a step that go on satisfy. */
    public static String kept(List<Check> checks) {
        String conditions = checks.stream()
                .filter(check -> check.otherwise() == Otherwise.DROP || check.otherwise() == Otherwise.QUARANTINE)
                .map(CheckSql::passes)
                .collect(Collectors.joining(" AND "));
        return conditions.isEmpty() ? "true" : conditions;
    }

    /** What the rows satisfy that at least one of the checks rejects. */
    public static String rejected(List<Check> checks) {
        return checks.stream().map(CheckSql::fails).collect(Collectors.joining(" OR "));
    }

    /** The conditions that a rejected row fails, one a line. */
    public static String reason(List<Check> checks) {
        return checks.stream()
                .map(check -> "CASE WHEN " + fails(check) + " THEN "
                        + literal(check.condition().text().strip()) + " END")
                .collect(Collectors.joining(", ", "concat_ws('\\n', ", ")"));
    }

    /** A Spark SQL string literal. */
    static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }
}
