package io.adxflow.kql.sql;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Calls whose template names an argument more than once. Nested in each other they would double the statement at each
 * level, so arguments that have become long are computed once, as the fields of a struct.
 */
final class LongCalls {
    private static final int LONG = 2_000;

    private LongCalls() {}

    /** @param call gives the SQL of the call with these arguments */
    static String shortened(List<String> arguments, Function<List<String>, String> call) {
        int length = arguments.stream().mapToInt(String::length).sum();
        if (length < LONG) {
            return call.apply(arguments);
        }
        List<String> fields = IntStream.range(0, arguments.size())
                .mapToObj(i -> "(a['f" + i + "'])")
                .toList();
        boolean repeats = call.apply(fields).split("\\(a\\['f", -1).length - 1 > arguments.size();
        if (!repeats) {
            return call.apply(arguments);
        }
        String struct = IntStream.range(0, arguments.size())
                .mapToObj(i -> "'f" + i + "': " + arguments.get(i))
                .collect(Collectors.joining(", ", "{", "}"));
        return "(list_transform([" + struct + "], lambda a: " + call.apply(fields) + ")[1])";
    }
}
