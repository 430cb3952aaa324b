package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.NO_OVERLOAD;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_CHOICE;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.function.Parameter;
import io.adxflow.kql.function.Signature;
import io.adxflow.kql.function.TypeClass;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds the overload that fits best, and converts the arguments to what it takes. */
public final class Overloads {
    private Overloads() {}

    /** An overload with arguments of the types that it takes. */
    public record Call<T>(T function, List<Scalar> arguments) {}

    private record Candidate<T>(T function, List<KqlType> types, int distance) {}

    /** @param spans where the arguments stand */
    public static <T> Call<T> resolve(
            String name,
            Span span,
            List<T> overloads,
            Function<T, Signature> signature,
            List<Scalar> arguments,
            List<Span> spans) {
        List<T> taking = overloads.stream()
                .filter(overload -> signature.apply(overload).takes(arguments.size()))
                .toList();
        if (taking.isEmpty()) {
            throw wrongCount(name, span, overloads.stream().map(signature).toList(), arguments.size());
        }
        Optional<Candidate<T>> best = Optional.empty();
        for (T overload : taking) {
            Optional<Candidate<T>> candidate = fit(overload, signature.apply(overload), arguments);
            if (candidate.isPresent()
                    && (best.isEmpty()
                            || candidate.get().distance() < best.get().distance())) {
                best = candidate;
            }
        }
        Candidate<T> found = best.orElseThrow(
                () -> noOverload(name, span, taking.stream().map(signature).toList(), arguments));
        checkConstants(
                signature.apply(found.function()),
                arguments,
                spans,
                taking.stream().map(signature).toList());
        List<Scalar> converted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            converted.add(Conversion.to(found.types().get(i), arguments.get(i)));
        }
        return new Call<>(found.function(), converted);
    }

    private static <T> Optional<Candidate<T>> fit(T function, Signature signature, List<Scalar> arguments) {
        List<Parameter> parameters = signature.expand(arguments.size());
        List<KqlType> shared = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (parameters.get(i).type().isCommon()) {
                shared.add(arguments.get(i).type());
            }
        }
        Optional<KqlType> common = Conversion.common(shared.isEmpty() ? List.of(KqlType.LONG) : shared);
        if (common.isEmpty()) {
            return Optional.empty();
        }
        List<KqlType> types = new ArrayList<>();
        int distance = 0;
        for (int i = 0; i < arguments.size(); i++) {
            KqlType from = arguments.get(i).type();
            TypeClass wanted = parameters.get(i).type();
            KqlType type = wanted.isCommon() && wanted.accepts(common.get()) ? common.get() : target(wanted, from);
            OptionalInt step = distance(wanted, from, type);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            distance += step.getAsInt() + (mayBe(parameters.get(i), arguments.get(i)) ? 0 : 1);
            types.add(type);
        }
        return Optional.of(new Candidate<>(function, types, distance));
    }

    /** Whether a constant is among the texts that are allowed, when only some are, or says what its absence means. */
    private static boolean mayBe(Parameter parameter, Scalar argument) {
        String text = Scalars.text(argument).orElse("");
        return parameter.choices().isEmpty()
                || parameter.choices().stream().anyMatch(text::equalsIgnoreCase)
                || parameter.absent().filter(("'" + text + "'")::equals).isPresent();
    }

    private static KqlType target(TypeClass wanted, KqlType from) {
        return switch (wanted) {
            case BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC -> KqlType.valueOf(
                    wanted.name());
            case TEXT -> KqlType.STRING;
            case VALUE, SCALAR_VALUE -> KqlType.DYNAMIC;
            case INTEGER, NUMBER, SCALAR, ANY, COMMON, COMMON_NUMBER, SAME, TYPE -> from;
        };
    }

    private static OptionalInt distance(TypeClass wanted, KqlType from, KqlType to) {
        return switch (wanted) {
            case TEXT, VALUE -> OptionalInt.of(from == to ? 0 : 1);
            case SCALAR_VALUE -> wanted.accepts(from) ? OptionalInt.of(1) : OptionalInt.empty();
            case SAME -> to.isNumber() && from != to && to != KqlType.LONG
                    ? OptionalInt.empty()
                    : distance(TypeClass.COMMON, from, to);
            case COMMON, COMMON_NUMBER -> !wanted.accepts(to)
                    ? OptionalInt.empty()
                    : to == KqlType.DYNAMIC && from != to ? OptionalInt.of(6) : Conversion.distance(from, to);
            case INTEGER, NUMBER, SCALAR, ANY, TYPE -> wanted.accepts(from) ? OptionalInt.of(0) : OptionalInt.empty();
            case BOOL, INT, LONG, REAL, DECIMAL, STRING, DATETIME, TIMESPAN, GUID, DYNAMIC -> Conversion.distance(
                    from, to);
        };
    }

    private static void checkConstants(
            Signature signature, List<Scalar> arguments, List<Span> spans, List<Signature> alternatives) {
        List<Parameter> parameters = signature.expand(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (parameter.isConstant() && !Scalars.isConstant(arguments.get(i))) {
                throw EXPECTED_CONSTANT
                        .at(spans.get(i), "the argument '" + parameter.name() + "' of '" + signature.name() + "'")
                        .toException();
            }
            if (!mayBe(parameter, arguments.get(i))) {
                throw unknownChoice(parameter, i, arguments.get(i), spans.get(i), alternatives);
            }
        }
    }

    private static UserException unknownChoice(
            Parameter parameter, int index, Scalar argument, Span span, List<Signature> alternatives) {
        String choices = alternatives.stream()
                .flatMap(signature -> signature.parameters().get(index).choices().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        String text = Scalars.text(argument).orElse("").toLowerCase(Locale.ROOT);
        return UNKNOWN_CHOICE
                .at(span, text, parameter.name(), alternatives.get(0).name())
                .withHint("one of: " + choices)
                .toException();
    }

    private static UserException wrongCount(String name, Span span, List<Signature> signatures, int count) {
        return WRONG_ARGUMENT_COUNT
                .at(span, name, count == 1 ? "one argument" : count + " arguments")
                .withHint(OverloadHints.forms(signatures))
                .toException();
    }

    private static UserException noOverload(String name, Span span, List<Signature> signatures, List<Scalar> found) {
        List<KqlType> types = found.stream().map(Scalar::type).toList();
        String words = types.stream().map(KqlType::keyword).collect(Collectors.joining(", "));
        return NO_OVERLOAD
                .at(span, name, words)
                .withHint(OverloadHints.of(signatures, types))
                .toException();
    }
}
