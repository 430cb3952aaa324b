package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.BAD_DURATION;
import static io.adxflow.job.model.JobProblem.BAD_NAME;
import static io.adxflow.job.model.JobProblem.BAD_NUMBER;
import static io.adxflow.job.model.JobProblem.EMPTY_TEXT;
import static io.adxflow.job.model.JobProblem.WRONG_TYPE;
import static io.adxflow.job.model.JobProblem.WRONG_WORD;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.EmbeddedText;
import io.adxflow.job.model.Setting;
import io.adxflow.job.model.Text;
import io.adxflow.job.parameter.Filled;
import io.adxflow.job.parameter.Language;
import io.adxflow.job.parameter.Variables;
import io.adxflow.job.shape.Shape;
import io.adxflow.secret.SecretReference;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads nodes as the values that are wanted, with parameters filled in. What does not fit is a finding, and comes out
 * empty.
 */
final class Values {
    private final Findings findings;
    private final Variables variables;

    Values(Findings findings, Variables variables) {
        this.findings = findings;
        this.variables = variables;
    }

    Findings findings() {
        return findings;
    }

    Optional<Fields> fields(YamlNode node, Shape shape, Span owner) {
        return mapping(node).map(mapping -> Fields.of(mapping, shape, owner, findings));
    }

    /** Names that the author chose, with what stands behind them. */
    List<YamlNode.Entry> named(YamlNode node) {
        return mapping(node).map(YamlNode.Mapping::entries).orElse(List.of());
    }

    List<YamlNode> items(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        wrongType(node, "a list");
        return List.of();
    }

    /** A list, or the one value of which a list would consist. */
    List<Text> texts(YamlNode node) {
        List<YamlNode> nodes = node instanceof YamlNode.Sequence sequence ? sequence.items() : List.of(node);
        return nodes.stream().flatMap(item -> text(item).stream()).toList();
    }

    Optional<Text> text(YamlNode node) {
        return scalar(node, "a text").flatMap(this::filled);
    }

    /** A text that matches a pattern as a whole. */
    Optional<Text> name(YamlNode node, String pattern, String rule) {
        return text(node).flatMap(text -> named(text, pattern, rule));
    }

    Optional<Text> name(YamlNode.Entry entry, String pattern, String rule) {
        return named(new Text(entry.name(), entry.key().span()), pattern, rule);
    }

    private Optional<Text> named(Text text, String pattern, String rule) {
        if (text.value().matches(pattern)) {
            return Optional.of(text);
        }
        findings.add(BAD_NAME.at(text.span(), text.value()).withHint(rule));
        return Optional.empty();
    }

    Optional<Boolean> truth(YamlNode node) {
        return scalar(node, "true or false").flatMap(scalar -> {
            boolean mayBe = scalar.isPlain() || Variables.isReference(scalar.value());
            Optional<Text> text = filled(scalar);
            if (mayBe
                    && text.isPresent()
                    && List.of("true", "false").contains(text.get().value())) {
                return Optional.of(text.get().value().equals("true"));
            }
            if (text.isPresent()) {
                wrongType(node, "true or false");
            }
            return Optional.empty();
        });
    }

    /** A number without a fraction. */
    Optional<Integer> number(YamlNode node, int least, int most) {
        return text(node).flatMap(text -> {
            if (text.value().matches("[0-9]{1,9}")) {
                int number = Integer.parseInt(text.value());
                if (number >= least && number <= most) {
                    return Optional.of(number);
                }
            }
            findings.add(BAD_NUMBER.at(text.span(), least, most, text.value()));
            return Optional.empty();
        });
    }

    /** A number of seconds, minutes or hours: {@code 90s}, {@code 30m}, {@code 2h}. */
    Optional<Duration> duration(YamlNode node) {
        return text(node).flatMap(text -> {
            if (text.value().matches("[1-9][0-9]{0,5}[smh]")) {
                return Optional.of(Duration.parse("PT" + text.value().toUpperCase(Locale.ROOT)));
            }
            findings.add(BAD_DURATION.at(text.span(), text.value()).withHint("for example 90s, 30m or 2h"));
            return Optional.empty();
        });
    }

    /** A text as it stands in the file, with what is between double braces left to somebody else. */
    Optional<Text> raw(YamlNode node) {
        return scalar(node, "a text").map(scalar -> new Text(scalar.value(), scalar.span()));
    }

    <E> Optional<E> word(YamlNode node, List<E> values, Function<E, String> word) {
        List<String> words = values.stream().map(word).toList();
        Optional<Text> text = text(node);
        Optional<E> found = text.flatMap(written -> values.stream()
                .filter(value -> word.apply(value).equals(written.value()))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            String written = text.get().value();
            Diagnostic diagnostic = WRONG_WORD.at(node.span(), written, String.join(", ", words));
            findings.add(Suggestion.closest(written, words)
                    .map(close -> diagnostic.withHint("did you mean '" + close + "'?"))
                    .orElse(diagnostic));
        }
        return found;
    }

    Optional<EmbeddedText> code(YamlNode node, Language language) {
        return scalar(node, "a text").flatMap(scalar -> fill(scalar, language));
    }

    /** A value that may be the name of a secret. */
    Optional<Setting> setting(YamlNode node) {
        return scalar(node, "a text").flatMap(scalar -> {
            Optional<SecretReference> secret = SecretReference.parse(scalar.value());
            return secret.isPresent()
                    ? Optional.of(new Setting.Hidden(secret.get(), scalar.span()))
                    : filled(scalar).map(text -> new Setting.Plain(text.value(), text.span()));
        });
    }

    private Optional<YamlNode.Mapping> mapping(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        wrongType(node, "keys with values");
        return Optional.empty();
    }

    private Optional<YamlNode.Scalar> scalar(YamlNode node, String wanted) {
        if (!(node instanceof YamlNode.Scalar scalar)) {
            wrongType(node, wanted);
            return Optional.empty();
        }
        if (scalar.value().isBlank()) {
            findings.add(EMPTY_TEXT.at(scalar.span()));
            return Optional.empty();
        }
        return Optional.of(scalar);
    }

    private Optional<Text> filled(YamlNode.Scalar scalar) {
        return fill(scalar, Language.PLAIN).map(text -> new Text(text.text(), scalar.span()));
    }

    private Optional<EmbeddedText> fill(YamlNode.Scalar scalar, Language language) {
        Filled filled = variables.fill(scalar.text(), language);
        filled.problems().forEach(findings::add);
        return filled.isComplete() ? Optional.of(filled.text()) : Optional.empty();
    }

    private void wrongType(YamlNode node, String wanted) {
        findings.add(WRONG_TYPE.at(node.span(), wanted, node.description()));
    }
}
