package io.adxflow.job.parameter;

import static io.adxflow.job.model.JobProblem.LEFTOVER_BRACES;
import static io.adxflow.job.model.JobProblem.PARAMETER_PLACE;
import static io.adxflow.job.model.JobProblem.SECRET_NOT_HERE;
import static io.adxflow.job.model.JobProblem.UNKNOWN_PARAMETER;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.EmbeddedText;
import io.adxflow.job.model.Parameter;
import io.adxflow.secret.SecretReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parameters of a job, and the one place where {@code {{name}}} becomes a value. What was filled in keeps the place
 * of the {@code {{name}}} that asked for it.
 */
public final class Variables {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{([^{}\\n]*)}}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final Map<String, Parameter> values;
    private final Set<String> withoutValue;

    /** @param withoutValue names whose lack of a usable value has been reported already */
    public Variables(List<Parameter> parameters, Set<String> withoutValue) {
        this.values = new TreeMap<>();
        parameters.forEach(parameter -> values.put(parameter.name(), parameter));
        this.withoutValue = Set.copyOf(withoutValue);
    }

    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Whether a text is one reference and nothing else, so that it has the type of its value. */
    public static boolean isReference(String text) {
        return REFERENCE.matcher(text.strip()).matches();
    }

    /** Whether a text has something between double braces. */
    public static boolean hasReference(String text) {
        return REFERENCE.matcher(text).find();
    }

    public Filled fill(EmbeddedText template, Language language) {
        Matcher matcher = REFERENCE.matcher(template.text());
        Places places = language.places(template.text());
        PlacedText filled = new PlacedText(template);
        List<Diagnostic> problems = new ArrayList<>();
        while (matcher.find()) {
            Span reference = new Span(matcher.start(), matcher.end());
            places.readTo(matcher.start());
            filled.copyTo(matcher.start());
            insertion(matcher.group(1).strip(), matcher, places, template, problems)
                    .ifPresentOrElse(text -> filled.replace(reference, text), () -> filled.leave(reference));
            places.skipTo(matcher.end());
        }
        return new Filled(filled.toEmbeddedText(), problems, filled.isComplete());
    }

    private Optional<String> insertion(
            String name, Matcher matcher, Places places, EmbeddedText template, List<Diagnostic> problems) {
        Span place = template.inFile(new Span(matcher.start(), matcher.end()));
        Parameter parameter = values.get(name);
        if (parameter == null) {
            unknown(name, matcher.group(), place).ifPresent(problems::add);
            return Optional.empty();
        }
        Insertion insertion = places.insert(parameter, matcher.end());
        insertion.refusal().ifPresent(reason -> problems.add(PARAMETER_PLACE.at(place, name, reason)));
        return insertion.refusal().isPresent() ? Optional.empty() : Optional.of(insertion.text());
    }

    private Optional<Diagnostic> unknown(String name, String written, Span place) {
        if (withoutValue.contains(name)) {
            return Optional.empty();
        }
        if (SecretReference.parse(written).isPresent()) {
            return Optional.of(SECRET_NOT_HERE
                    .at(place)
                    .withHint("secrets stand in environments and in 'options:' of spark sources and sinks, as a"
                            + " whole value"));
        }
        if (!isName(name)) {
            return Optional.of(LEFTOVER_BRACES
                    .at(place, written)
                    .withHint("between {{ and }} stands the name of a parameter; references of Databricks mean"
                            + " nothing here"));
        }
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(withoutValue);
        String hint = Suggestion.closest(name, names)
                .map(found -> "did you mean '" + found + "'?")
                .orElse("declare it under 'parameters:', with a value or with its type");
        return Optional.of(UNKNOWN_PARAMETER.at(place, name).withHint(hint));
    }
}
