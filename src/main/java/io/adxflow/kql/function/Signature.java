package io.adxflow.kql.function;

import io.adxflow.kql.function.Parameter.Presence;
import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Name, parameters and result of a function, written as in {@code substring(source: string, start: long, [length: long =
 * NULL]): string}. {@code const} before a name asks for a constant, {@code ...} after a type repeats the parameter, and
 * {@code normal|regex} in place of a type lists the texts that are allowed, {@code 'week'} names the only one.
 */
public record Signature(String name, List<Parameter> parameters, ResultRule result) {
    public Signature {
        parameters = List.copyOf(parameters);
    }

    static Signature of(String text) {
        int open = text.indexOf('(');
        int close = text.lastIndexOf("):");
        String inside = text.substring(open + 1, close).trim();
        List<Parameter> parameters = inside.isEmpty()
                ? List.of()
                : Arrays.stream(inside.split(",\\s+")).map(Signature::parameter).toList();
        return new Signature(
                text.substring(0, open).trim(),
                parameters,
                result(text.substring(close + 2).trim(), parameters));
    }

    /** For people: {@code substring(source: string, start: long, [length: long])}. */
    public String text() {
        return parameters.stream().map(Parameter::text).collect(Collectors.joining(", ", name + "(", ")"));
    }

    /** The fewest arguments of a call. */
    public int fewest() {
        return (int) parameters.stream()
                .filter(parameter -> parameter.presence() != Presence.OPTIONAL)
                .count();
    }

    /** Whether a call with this many arguments has the right number of them. */
    public boolean takes(int arguments) {
        int group = groupSize();
        if (group == 0) {
            return arguments >= fewest() && arguments <= parameters.size();
        }
        return arguments >= parameters.size() && (arguments - parameters.size()) % group == 0;
    }

    /** The parameter for each of so many arguments, repeated ones repeated. */
    public List<Parameter> expand(int arguments) {
        if (!takes(arguments)) {
            throw new IllegalArgumentException("'" + name + "' does not take " + arguments + " arguments");
        }
        List<Parameter> group =
                parameters.stream().filter(Parameter::isRepeated).toList();
        if (group.isEmpty()) {
            return parameters.subList(0, arguments);
        }
        List<Parameter> expanded = new ArrayList<>(parameters);
        while (expanded.size() < arguments) {
            expanded.addAll(parameters.indexOf(group.get(0)), group);
        }
        return expanded;
    }

    /** The SQL of a call that supplies these arguments and leaves out the optional ones behind them. */
    String fill(SqlTemplate sql, List<String> arguments, Map<String, String> context) {
        List<Parameter> expanded = expand(arguments.size());
        List<String> repeated = IntStream.range(0, arguments.size())
                .filter(index -> expanded.get(index).isRepeated())
                .mapToObj(arguments::get)
                .toList();
        List<String> all = new ArrayList<>(arguments);
        parameters.stream()
                .skip(arguments.size())
                .forEach(parameter -> all.add(parameter.absent().orElseThrow()));
        return sql.fill(all, repeated, context);
    }

    private int groupSize() {
        return (int) parameters.stream().filter(Parameter::isRepeated).count();
    }

    private static Parameter parameter(String text) {
        boolean isOptional = text.startsWith("[");
        String inside = isOptional ? text.substring(1, text.length() - 1) : text;
        boolean isConstant = inside.startsWith("const ");
        String[] nameAndType = (isConstant ? inside.substring(6) : inside).split(":\\s*", 2);
        String[] typeAndAbsent = nameAndType[1].split("\\s*=\\s*", 2);
        boolean isRepeated = typeAndAbsent[0].endsWith("...");
        String word = typeAndAbsent[0].replace("...", "");
        boolean hasChoices = word.contains("|") || word.startsWith("'");
        return new Parameter(
                nameAndType[0],
                hasChoices ? TypeClass.STRING : typeClass(word),
                isOptional ? Presence.OPTIONAL : isRepeated ? Presence.REPEATED : Presence.REQUIRED,
                isConstant || hasChoices,
                hasChoices ? List.of(word.replace("'", "").split("\\|")) : List.of(),
                typeAndAbsent.length == 1 ? Optional.empty() : Optional.of(typeAndAbsent[1]));
    }

    private static TypeClass typeClass(String word) {
        return TypeClass.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static ResultRule result(String word, List<Parameter> parameters) {
        return switch (word) {
            case "common", "same" -> ResultRule.sameAs(indexOfCommon(parameters));
            case "first" -> ResultRule.sameAs(0);
            case "second" -> ResultRule.sameAs(1);
            default -> ResultRule.fixed(KqlType.named(word).orElseThrow());
        };
    }

    private static int indexOfCommon(List<Parameter> parameters) {
        return IntStream.range(0, parameters.size())
                .filter(index -> parameters.get(index).type().isCommon())
                .findFirst()
                .orElseThrow();
    }
}
