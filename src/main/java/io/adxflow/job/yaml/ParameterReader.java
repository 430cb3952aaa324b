package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.BAD_NAME;
import static io.adxflow.job.model.JobProblem.LEFTOVER_BRACES;
import static io.adxflow.job.model.JobProblem.PARAMETER_TYPE;
import static io.adxflow.job.model.JobProblem.PARAMETER_WITHOUT_VALUE;
import static io.adxflow.job.model.JobProblem.UNKNOWN_PARAMETER;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.Parameter;
import io.adxflow.job.model.ParameterType;
import io.adxflow.job.parameter.ParameterValues;
import io.adxflow.job.parameter.Variables;
import io.adxflow.job.shape.JobShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the parameters of a job. The declaration in the job decides the type; the value comes from {@code --set}, else
 * from the environment, else from the declaration.
 */
final class ParameterReader {
    private final Values values;
    private final Findings findings;
    private final Map<String, Parameter> ofEnvironment = new LinkedHashMap<>();
    private final Map<String, String> settings;
    private final List<Parameter> parameters = new ArrayList<>();
    private final Set<String> withoutValue = new HashSet<>();

    ParameterReader(Findings findings, List<Parameter> ofEnvironment, Map<String, String> settings) {
        this.values = new Values(findings, new Variables(List.of(), Set.of()));
        this.findings = findings;
        ofEnvironment.forEach(parameter -> this.ofEnvironment.put(parameter.name(), parameter));
        this.settings = settings;
    }

    /** @param place where the parameters are declared, or would be */
    Variables read(Optional<YamlNode> node, Span place) {
        Set<String> declared = new HashSet<>();
        for (YamlNode.Entry entry : node.map(values::named).orElse(List.of())) {
            declared.add(entry.name());
            declaration(entry);
        }
        ofEnvironment.values().stream()
                .filter(parameter -> !declared.contains(parameter.name()))
                .forEach(this::undeclared);
        refuseUnknownSettings(declared, place);
        return new Variables(parameters, withoutValue);
    }

    List<Parameter> parameters() {
        return parameters;
    }

    private void declaration(YamlNode.Entry entry) {
        if (!Variables.isName(entry.name())) {
            findings.add(BAD_NAME.at(entry.key().span(), entry.name())
                    .withHint("a parameter's name has letters, digits, '_' and '-', and starts with a letter or '_'"));
            return;
        }
        if (entry.value() instanceof YamlNode.Scalar scalar) {
            add(entry, scalar.isNothing() ? ParameterType.STRING : type(scalar), Optional.of(scalar));
            return;
        }
        values.fields(entry.value(), JobShape.PARAMETER, entry.key().span()).ifPresent(fields -> {
            Optional<YamlNode.Scalar> fallback = fields.find("default").flatMap(this::scalar);
            Optional<ParameterType> type = fields.find("type")
                    .flatMap(word -> values.word(word, List.of(ParameterType.values()), ParameterType::word));
            if (type.isEmpty() && fields.has("type")) {
                withoutValue.add(entry.name());
            } else {
                add(entry, type.or(() -> fallback.map(this::type)).orElse(ParameterType.STRING), fallback);
            }
        });
    }

    private Optional<YamlNode.Scalar> scalar(YamlNode node) {
        return values.text(node).map(text -> (YamlNode.Scalar) node);
    }

    private ParameterType type(YamlNode.Scalar scalar) {
        return scalar.isPlain() ? ParameterValues.typeOf(scalar.value()) : ParameterType.STRING;
    }

    private void add(YamlNode.Entry entry, ParameterType type, Optional<YamlNode.Scalar> fallback) {
        String name = entry.name();
        if (settings.containsKey(name)) {
            add(name, type, settings.get(name), entry.key().span(), "the value comes from --set; ");
        } else if (ofEnvironment.containsKey(name)) {
            String value = ofEnvironment.get(name).value();
            add(name, type, value, entry.key().span(), "the value comes from the environment; ");
        } else if (fallback.isPresent() && !fallback.get().isNothing()) {
            add(name, type, fallback.get().value(), fallback.get().span(), "");
        } else {
            withoutValue.add(name);
            findings.add(PARAMETER_WITHOUT_VALUE
                    .at(entry.key().span(), name)
                    .withHint("give it one: --set " + name + "=" + ParameterValues.example(type)));
        }
    }

    private void add(String name, ParameterType type, String value, Span place, String origin) {
        if (Variables.hasReference(value)) {
            withoutValue.add(name);
            findings.add(LEFTOVER_BRACES
                    .at(place, value)
                    .withHint("the value of a parameter is a value; it cannot be made of other parameters or secrets"));
        } else if (ParameterValues.isA(type, value)) {
            parameters.add(new Parameter(name, type, value, place));
        } else {
            withoutValue.add(name);
            findings.add(PARAMETER_TYPE
                    .at(place, name, type.word(), value)
                    .withHint(origin + "a " + type.word() + " looks like this: " + ParameterValues.example(type)));
        }
    }

    private void undeclared(Parameter parameter) {
        String value = settings.getOrDefault(parameter.name(), parameter.value());
        add(parameter.name(), parameter.type(), value, Span.at(0), "the environment declares the parameter; ");
    }

    private void refuseUnknownSettings(Set<String> declared, Span place) {
        Set<String> known = new HashSet<>(declared);
        known.addAll(ofEnvironment.keySet());
        settings.keySet().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(UNKNOWN_PARAMETER
                        .at(place, name)
                        .withHint("--set names a parameter of the job or of the environment; "
                                + Suggestion.hint(name, "there are", known))));
    }
}
