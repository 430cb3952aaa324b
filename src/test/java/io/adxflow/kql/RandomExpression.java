package io.adxflow.kql;

import io.adxflow.kql.function.AggregateFunction;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.function.Parameter;
import io.adxflow.kql.function.Signature;
import io.adxflow.kql.function.WindowFunction;
import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Expressions made of every function that there is, over some columns. Most of them compile. */
final class RandomExpression {
    private static final Set<KqlType> TYPES = EnumSet.allOf(KqlType.class);
    private static final Map<KqlType, List<String>> LITERALS = Map.of(
            KqlType.BOOL, List.of("true", "false", "bool(null)"),
            KqlType.INT, List.of("int(1)", "int(-7)", "int(null)"),
            KqlType.LONG, List.of("0", "1", "2", "-3", "10", "9223372036854775807", "long(null)"),
            KqlType.REAL, List.of("1.5", "-0.25", "real(nan)", "real(+inf)", "1e300", "real(null)"),
            KqlType.DECIMAL, List.of("decimal(1.25)", "decimal(-3)", "decimal(null)"),
            KqlType.STRING, List.of("'a,b'", "''", "'OHIO'", "'[1,2]'", "'2020-01-01'", "'1.2.3.4'", "'{\"a\":1}'"),
            KqlType.DATETIME, List.of("datetime(2020-02-29 13:00)", "datetime(0001-01-01)", "datetime(null)", "now()"),
            KqlType.TIMESPAN, List.of("1h", "-1d", "1tick", "time(1.02:03:04.5)", "timespan(null)"),
            KqlType.GUID, List.of("guid(74be27de-1e4e-49d9-b579-fe0b331d3642)", "guid(null)"),
            KqlType.DYNAMIC,
                    List.of(
                            "dynamic([1,2.5,'x',null])",
                            "dynamic({'a':[1],'b':{'c':'d'}})",
                            "dynamic(null)",
                            "dynamic('t')",
                            "dynamic([])"));
    private static final Map<Boolean, List<KqlFunction>> SCALARS = FunctionRegistry.scalars().stream()
            .filter(row -> !row.name().equals("parse-kv"))
            .collect(Collectors.partitioningBy(row -> FunctionRegistry.isFunction(row.name())));

    private final Random random;

    RandomExpression(Random random) {
        this.random = random;
    }

    KqlType type() {
        return pick(List.copyOf(TYPES));
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** @param depth how deep calls may be nested */
    String of(KqlType type, List<RandomColumn> columns, int depth) {
        List<String> named = columns.stream()
                .filter(column -> column.type() == type)
                .map(RandomColumn::name)
                .toList();
        if (depth == 0 || random.nextInt(4) == 0) {
            return named.isEmpty() || random.nextInt(3) == 0 ? pick(LITERALS.get(type)) : pick(named);
        }
        List<KqlFunction> rows = SCALARS.get(random.nextInt(3) > 0);
        for (int attempt = 0; attempt < 200; attempt++) {
            KqlFunction row = pick(rows);
            List<KqlType> types = types(row.signature());
            if (row.resultType(types) == type) {
                return call(row.name(), arguments(row.signature(), types, columns, depth - 1));
            }
        }
        return pick(LITERALS.get(type));
    }

    String aggregate(List<RandomColumn> columns) {
        AggregateFunction row = pick(FunctionRegistry.aggregates());
        return call(row.name(), arguments(row.signature(), types(row.signature()), columns, 1));
    }

    String window(List<RandomColumn> columns) {
        WindowFunction row = pick(FunctionRegistry.windows());
        return call(row.name(), arguments(row.signature(), types(row.signature()), columns, 1));
    }

    private List<KqlType> types(Signature signature) {
        int most = signature.parameters().size();
        int count = signature.takes(most + 1) && random.nextBoolean() ? most + 1 : most;
        while (count > 0 && random.nextInt(3) == 0 && signature.takes(count - 1)) {
            count--;
        }
        KqlType common = type();
        List<KqlType> types = new ArrayList<>();
        for (Parameter parameter : signature.expand(count)) {
            KqlType type = parameter.type().isCommon() ? common : type();
            while (!parameter.type().accepts(type)) {
                type = type();
            }
            common = parameter.type().isCommon() ? type : common;
            types.add(type);
        }
        return types;
    }

    private List<String> arguments(Signature signature, List<KqlType> types, List<RandomColumn> columns, int depth) {
        List<Parameter> parameters = signature.expand(types.size());
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (!parameter.choices().isEmpty()) {
                arguments.add("'" + pick(parameter.choices()) + "'");
            } else if (parameter.type().word().equals("type")) {
                arguments.add("typeof(" + types.get(i) + ")");
            } else {
                arguments.add(of(types.get(i), columns, parameter.isConstant() ? 0 : depth));
            }
        }
        return arguments;
    }

    private static String call(String name, List<String> arguments) {
        if (name.equals("[]")) {
            return "(" + arguments.get(0) + ")[" + arguments.get(1) + "]";
        }
        if (name.endsWith("between")) {
            return "(" + arguments.get(0) + " " + name + " (" + arguments.get(1) + " .. " + arguments.get(2) + "))";
        }
        if (name.contains("in~") || name.matches("!?in|has_a..")) {
            return "(" + arguments.get(0) + " " + name + " ("
                    + String.join(", ", arguments.subList(1, arguments.size())) + "))";
        }
        boolean isOperator = !FunctionRegistry.scalar(name).isEmpty() && !FunctionRegistry.isFunction(name);
        if (!isOperator) {
            return name + "(" + String.join(", ", arguments) + ")";
        }
        return arguments.size() == 1
                ? "(" + name + arguments.get(0) + ")"
                : arguments.stream().collect(Collectors.joining(" " + name + " ", "(", ")"));
    }
}
