package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.EXCLUSIVE_KEYS;
import static io.adxflow.job.model.JobProblem.MISSING_KEY;
import static io.adxflow.job.model.JobProblem.NOT_YET;
import static io.adxflow.job.model.JobProblem.UNKNOWN_KEY;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A group of keys with their values, checked against its shape. */
final class Fields {
    private static final Set<String> LATER = Set.of("incremental", "window");

    private final YamlNode.Mapping mapping;
    private final Shape shape;

    private Fields(YamlNode.Mapping mapping, Shape shape) {
        this.mapping = mapping;
        this.shape = shape;
    }

    /** @param owner where to point when something is missing: the key that the group belongs to */
    static Fields of(YamlNode.Mapping mapping, Shape shape, Span owner, Findings findings) {
        Fields fields = new Fields(mapping, shape);
        mapping.entries().forEach(entry -> fields.refuseUnknown(entry, findings));
        shape.keys().stream()
                .filter(key -> key.isRequired() && !fields.has(key.name()) && !fields.isMisspelled(key.name()))
                .forEach(key ->
                        findings.add(MISSING_KEY.at(owner, key.name()).withHint(key.name() + ": " + key.summary())));
        fields.refuseAlternatives(owner, findings);
        return fields;
    }

    /** The value of a key, unless the key is missing or has nothing behind it. */
    Optional<YamlNode> find(String name) {
        return mapping.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .map(YamlNode.Entry::value)
                .filter(value -> !(value instanceof YamlNode.Scalar scalar && scalar.isNothing()))
                .findFirst();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    /** Where the key stands. */
    Span place(String name) {
        return mapping.entries().stream()
                .filter(entry -> entry.name().equals(name))
                .map(entry -> entry.key().span())
                .findFirst()
                .orElse(mapping.span());
    }

    /** Whether an unknown key was probably meant to be this one; then that is all there is to say. */
    private boolean isMisspelled(String name) {
        return mapping.entries().stream()
                .map(YamlNode.Entry::name)
                .filter(written -> shape.key(written).isEmpty())
                .anyMatch(written -> Suggestion.closest(written, shape.names())
                        .filter(name::equals)
                        .isPresent());
    }

    private void refuseUnknown(YamlNode.Entry entry, Findings findings) {
        if (shape.key(entry.name()).isPresent()) {
            return;
        }
        Span place = entry.key().span();
        findings.add(
                LATER.contains(entry.name())
                        ? NOT_YET.at(place, "'" + entry.name() + "'")
                        : UNKNOWN_KEY
                                .at(place, entry.name())
                                .withHint(Suggestion.hint(entry.name(), "keys here", shape.names())));
    }

    private void refuseAlternatives(Span owner, Findings findings) {
        List<String> found = shape.alternatives().stream().filter(this::has).toList();
        if (found.size() > 1) {
            findings.add(EXCLUSIVE_KEYS.at(
                    place(found.get(1)),
                    shape.needsOne() ? "exactly one" : "at most one",
                    among(),
                    String.join(" and ", found)));
        } else if (found.isEmpty() && shape.needsOne()) {
            findings.add(EXCLUSIVE_KEYS.at(owner, "exactly one", among(), "none"));
        }
    }

    private String among() {
        return String.join(
                ", ", shape.alternatives().stream().map(Fields::quoted).toList());
    }

    private static String quoted(String name) {
        return "'" + name + "'";
    }
}
