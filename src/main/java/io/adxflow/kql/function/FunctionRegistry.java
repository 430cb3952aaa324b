package io.adxflow.kql.function;

import io.adxflow.kql.language.KqlType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be called in an expression, by name. */
public final class FunctionRegistry {
    private static final Map<String, List<KqlFunction>> SCALARS =
            byName(FunctionFamily.ALL.stream().map(FunctionFamily::functions), KqlFunction::name);
    private static final Set<String> OPERATORS = FunctionFamily.ALL.stream()
            .filter(FunctionFamily::isOperators)
            .flatMap(family -> family.functions().stream())
            .map(KqlFunction::name)
            .collect(Collectors.toUnmodifiableSet());
    private static final Map<String, List<AggregateFunction>> AGGREGATES =
            byName(Stream.of(AggregateFunctions.ALL), AggregateFunction::name);
    private static final Map<String, List<WindowFunction>> WINDOWS =
            byName(Stream.of(WindowFunctions.ALL), WindowFunction::name);

    private FunctionRegistry() {}

    /** All overloads of all scalar functions and operators. */
    public static List<KqlFunction> scalars() {
        return SCALARS.values().stream().flatMap(List::stream).toList();
    }

    /** All overloads of all aggregates. */
    public static List<AggregateFunction> aggregates() {
        return AggregateFunctions.ALL;
    }

    /** All overloads of all window functions. */
    public static List<WindowFunction> windows() {
        return WindowFunctions.ALL;
    }

    /** The overloads of a scalar function or operator, the ones to prefer first; empty when there is none. */
    public static List<KqlFunction> scalar(String name) {
        return SCALARS.getOrDefault(name, List.of());
    }

    /** Whether a name can be called; the words of operators, such as {@code has}, cannot. */
    public static boolean isFunction(String name) {
        return SCALARS.containsKey(name) && !OPERATORS.contains(name);
    }

    /** The overloads of an aggregate; empty when there is none. */
    public static List<AggregateFunction> aggregate(String name) {
        return AGGREGATES.getOrDefault(name, List.of());
    }

    /** The overloads of a window function; empty when there is none. */
    public static List<WindowFunction> window(String name) {
        return WINDOWS.getOrDefault(name, List.of());
    }

    /** What the plugin rows_near asks of each row. */
    public static WindowFunction rowsNear() {
        return WindowFunctions.NEAR;
    }

    /** The function of one argument that turns one type into another; empty when KQL does not do that by itself. */
    public static Optional<KqlFunction> conversion(KqlType from, KqlType to) {
        return Conversions.between(from, to);
    }

    /** Names of scalar functions, without operators. */
    public static Set<String> scalarNames() {
        return FunctionFamily.ALL.stream()
                .filter(family -> !family.isOperators())
                .flatMap(family -> family.functions().stream())
                .map(KqlFunction::name)
                .filter(name -> Character.isLetter(name.charAt(0)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Names of what is called like a function and is more than one. */
    public static Set<String> formNames() {
        return SpecialForm.ALL.stream().map(SpecialForm::name).collect(Collectors.toUnmodifiableSet());
    }

    public static Set<String> aggregateNames() {
        return AGGREGATES.keySet();
    }

    public static Set<String> windowNames() {
        return WINDOWS.keySet();
    }

    private static <T> Map<String, List<T>> byName(Stream<? extends Collection<T>> families, Function<T, String> name) {
        return families.flatMap(Collection::stream)
                .collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    }
}
