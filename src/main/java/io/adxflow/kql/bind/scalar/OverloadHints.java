package io.adxflow.kql.bind.scalar;

import io.adxflow.kql.function.Parameter;
import io.adxflow.kql.function.Signature;
import io.adxflow.kql.language.KqlType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a function or an operator takes, and the conversion that would make a call fit. */
final class OverloadHints {
    private static final int MOST_FORMS = 8;
    private static final int MOST_CONVERSIONS = 2;
    private static final Pattern SYMBOL = Pattern.compile("[^\\p{Alnum}_]+");

    /** Dynamic is left out: a call that takes it takes other types, too. */
    private static final Map<KqlType, String> CONVERSIONS = Map.of(
            KqlType.BOOL, "tobool",
            KqlType.INT, "toint",
            KqlType.LONG, "tolong",
            KqlType.REAL, "toreal",
            KqlType.DECIMAL, "todecimal",
            KqlType.STRING, "tostring",
            KqlType.DATETIME, "todatetime",
            KqlType.TIMESPAN, "totimespan",
            KqlType.GUID, "toguid");

    private OverloadHints() {}

    /** The overloads, one a line. */
    static String forms(List<Signature> signatures) {
        return signatures.stream()
                .map(OverloadHints::form)
                .distinct()
                .limit(MOST_FORMS)
                .collect(Collectors.joining("\n"));
    }

    /** One conversion that is enough, where there is one, and then the overloads. */
    static String of(List<Signature> signatures, List<KqlType> found) {
        Set<String> conversions = new LinkedHashSet<>();
        if (signatures.get(0).name().equals("+") && found.contains(KqlType.STRING)) {
            conversions.add("strcat(left, right)");
        }
        signatures.forEach(signature -> conversion(signature.expand(found.size()), found, conversions));
        String forms = forms(signatures);
        return conversions.isEmpty()
                ? forms
                : conversions.stream().limit(MOST_CONVERSIONS).collect(Collectors.joining(" or ")) + "\n" + forms;
    }

    private static void conversion(List<Parameter> parameters, List<KqlType> found, Set<String> conversions) {
        boolean isOfOneType =
                parameters.stream().allMatch(parameter -> parameter.type().isCommon());
        for (int i = 0; i < parameters.size(); i++) {
            KqlType wanted =
                    isOfOneType ? found.get(i == 0 ? found.size() - 1 : 0) : exact(parameters.get(i), found.get(i));
            if (wanted != found.get(i)
                    && CONVERSIONS.containsKey(wanted)
                    && othersFit(parameters, found, i, isOfOneType)) {
                conversions.add(
                        CONVERSIONS.get(wanted) + "(" + parameters.get(i).name() + ")");
            }
        }
    }

    private static boolean othersFit(
            List<Parameter> parameters, List<KqlType> found, int changed, boolean isOfOneType) {
        if (isOfOneType) {
            return found.size() == 2;
        }
        for (int i = 0; i < parameters.size(); i++) {
            KqlType wanted = exact(parameters.get(i), found.get(i));
            if (i != changed && Conversion.distance(found.get(i), wanted).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The name of a parameter, or its number where several have the name. */
    private static String place(List<Parameter> parameters, int index) {
        String name = parameters.get(index).name();
        boolean isAlone =
                parameters.stream().filter(other -> other.name().equals(name)).count() == 1;
        return isAlone ? name : "argument " + (index + 1);
    }

    /** The type that a parameter insists on; where it takes several, the type that it was given. */
    private static KqlType exact(Parameter parameter, KqlType given) {
        return parameter.type().exact().orElse(given);
    }

    private static String form(Signature signature) {
        if (SYMBOL.matcher(signature.name()).matches() && signature.parameters().size() == 2) {
            return signature.parameters().stream()
                    .map(parameter -> parameter.type().word())
                    .collect(Collectors.joining(" " + signature.name() + " "));
        }
        return signature.parameters().stream()
                .map(OverloadHints::form)
                .collect(Collectors.joining(", ", signature.name() + "(", ")"));
    }

    private static String form(Parameter parameter) {
        String text = parameter.name() + ": " + parameter.type().word();
        return switch (parameter.presence()) {
            case REQUIRED -> text;
            case OPTIONAL -> "[" + text + "]";
            case REPEATED -> text + ", …";
        };
    }
}
