package io.adxflow.kql.function;

import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * Java code that SQL templates may call, registered with the engine under {@code name}. Values cross as Boolean (bool),
 * Integer (int), Long (long, datetime, timespan), Double (real), BigDecimal (decimal) and String (string, dynamic, guid). A
 * null argument gives null without a call, unless the function sees nulls. Equal arguments give equal results.
 *
 * @param isRepeating whether the last parameter may be given any number of times
 */
public record JavaFunction(
        String name, List<KqlType> parameters, boolean isRepeating, KqlType result, boolean seesNulls, Body body) {
    /** The code; gets the arguments in order. */
    @FunctionalInterface
    public interface Body {
        Object apply(Object[] arguments);
    }

    @FunctionalInterface
    interface One<A> {
        Object apply(A a);
    }

    @FunctionalInterface
    interface Two<A, B> {
        Object apply(A a, B b);
    }

    @FunctionalInterface
    interface Three<A, B, C> {
        Object apply(A a, B b, C c);
    }

    @FunctionalInterface
    interface Four<A, B, C, D> {
        Object apply(A a, B b, C c, D d);
    }

    public JavaFunction {
        parameters = List.copyOf(parameters);
    }

    /** With a signature such as {@code kql_reverse(string): string}; {@code ...} behind the last type repeats it. */
    static JavaFunction all(String signature, Body body) {
        int open = signature.indexOf('(');
        int close = signature.indexOf("): ");
        String inside = signature.substring(open + 1, close);
        List<KqlType> parameters = new ArrayList<>();
        for (String word : inside.isEmpty() ? new String[0] : inside.split(",\\s*")) {
            parameters.add(type(word.replace("...", "")));
        }
        KqlType result = type(signature.substring(close + 3));
        return new JavaFunction(signature.substring(0, open), parameters, inside.endsWith("..."), result, false, body);
    }

    @SuppressWarnings("unchecked")
    static <A> JavaFunction java(String signature, One<A> code) {
        return all(signature, arguments -> code.apply((A) arguments[0]));
    }

    @SuppressWarnings("unchecked")
    static <A, B> JavaFunction java(String signature, Two<A, B> code) {
        return all(signature, arguments -> code.apply((A) arguments[0], (B) arguments[1]));
    }

    @SuppressWarnings("unchecked")
    static <A, B, C> JavaFunction java(String signature, Three<A, B, C> code) {
        return all(signature, arguments -> code.apply((A) arguments[0], (B) arguments[1], (C) arguments[2]));
    }

    @SuppressWarnings("unchecked")
    static <A, B, C, D> JavaFunction java(String signature, Four<A, B, C, D> code) {
        return all(
                signature,
                arguments -> code.apply((A) arguments[0], (B) arguments[1], (C) arguments[2], (D) arguments[3]));
    }

    /** The same function, called with nulls too. */
    JavaFunction withNulls() {
        return new JavaFunction(name, parameters, isRepeating, result, true, body);
    }

    private static KqlType type(String word) {
        return KqlType.named(word).orElseThrow(() -> new IllegalArgumentException("no type '" + word + "'"));
    }
}
