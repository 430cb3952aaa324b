package io.adxflow.kql.sql;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A path into a dynamic value, read in one go: {@code d.a.b} takes one look at the JSON, {@code tostring(d.a)} makes no JSON of
 * what becomes a text, and {@code tostring(split(s, ',')[1])} makes none at all.
 */
record PathSql(Scalar base, String path, int length, long lastIndex) {
    private static final String ACCESS = "[]";
    private static final Pattern PLAIN_KEY = Pattern.compile("[\\w @.-]+");

    /** SQL for a call; empty when it is no path of constant keys and indexes, or one step that has its own SQL. */
    static Optional<String> of(Scalar.Apply call, Function<Scalar, String> sql) {
        boolean isText = call.function().name().equals("tostring")
                && call.arguments().get(0).type() == KqlType.DYNAMIC;
        Scalar end = isText ? call.arguments().get(0) : call;
        Optional<PathSql> found = isStep(end) ? along((Scalar.Apply) end) : Optional.empty();
        return found.flatMap(path -> isText ? Optional.of(path.text(sql)) : path.value(sql));
    }

    private static boolean isStep(Scalar scalar) {
        return scalar instanceof Scalar.Apply apply && apply.function().name().equals(ACCESS);
    }

    private static Optional<PathSql> along(Scalar.Apply step) {
        Scalar target = step.arguments().get(0);
        Optional<PathSql> before =
                isStep(target) ? along((Scalar.Apply) target) : Optional.of(new PathSql(target, "$", 0, 0));
        return step.arguments().get(1) instanceof Scalar.Constant key
                        && key.value().isPresent()
                ? before.flatMap(path -> path.then(key.value().get()))
                : Optional.empty();
    }

    private Optional<PathSql> then(Object key) {
        if (key instanceof Long index) {
            String place = index < 0 ? "[#" + index + "]" : "[" + index + "]";
            return Optional.of(new PathSql(base, path + place, length + 1, index));
        }
        return key instanceof String name && PLAIN_KEY.matcher(name).matches()
                ? Optional.of(new PathSql(base, path + ".\"" + name + '"', length + 1, 0))
                : Optional.empty();
    }

    private Optional<String> value(Function<Scalar, String> sql) {
        return length == 1
                ? Optional.empty()
                : Optional.of("nullif(json_extract(" + sql.apply(base) + ", " + Sql.text(path) + ")::VARCHAR, 'null')");
    }

    private String text(Function<Scalar, String> sql) {
        if (length == 1 && path.endsWith("]") && base instanceof Scalar.Apply call && isSplit(call)) {
            String place = Long.toString(lastIndex < 0 ? lastIndex : lastIndex + 1);
            return "coalesce(string_split(" + sql.apply(call.arguments().get(0)) + ", "
                    + sql.apply(call.arguments().get(1)) + ")[" + place + "], '')";
        }
        return "coalesce(json_extract_string(" + sql.apply(base) + ", " + Sql.text(path) + "), '')";
    }

    /** DuckDB splits at a delimiter as KQL does, unless it is empty. */
    private static boolean isSplit(Scalar.Apply call) {
        return call.function().name().equals("split")
                && call.arguments().size() == 2
                && call.arguments().get(1) instanceof Scalar.Constant delimiter
                && delimiter.value().filter(text -> !text.equals("")).isPresent();
    }
}
