package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.EMPTY_FILE;
import static io.adxflow.job.model.JobProblem.TAB;
import static io.adxflow.job.model.JobProblem.TOO_LARGE;
import static io.adxflow.job.model.JobProblem.YAML_SYNTAX;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Turns YAML text into a tree in which every key and value knows its place. Any text gives a tree or findings. */
public final class YamlTree {
    private static final int MAX_CHARACTERS = 1_000_000;
    private static final String QUOTING_HINT =
            "indent with spaces, and put a value in quotes when it contains ': ' or ' #' or starts with one of"
                    + " {[*&!@%|>";

    private YamlTree() {}

    /** The tree of a file, or empty when the file has none; then the findings say why. */
    public static Optional<YamlNode> read(Findings findings) {
        String text = findings.file().text();
        if (text.length() > MAX_CHARACTERS) {
            findings.add(TOO_LARGE.at(Span.at(0), "one million characters"));
            return Optional.empty();
        }
        Offsets offsets = new Offsets(text);
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setLabel(findings.file().name())
                    .setCodePointLimit(MAX_CHARACTERS)
                    .build();
            YamlComposer composer =
                    new YamlComposer(new Parse(settings).parseString(text).iterator(), offsets, findings);
            Optional<YamlNode> tree = composer.document();
            if (tree.isEmpty() && findings.count() == 0) {
                findings.add(
                        EMPTY_FILE.at(Span.at(0)).withHint("a job starts with 'name:', an environment with 'adx:'"));
            }
            return tree;
        } catch (UserException e) {
            e.diagnostics().forEach(findings::add);
            return Optional.empty();
        } catch (YamlEngineException e) {
            findings.add(diagnostic(e, text, offsets));
            return Optional.empty();
        }
    }

    private static Diagnostic diagnostic(YamlEngineException e, String text, Offsets offsets) {
        if (e instanceof MarkedYamlEngineException marked
                && marked.getProblemMark().isPresent()) {
            int offset = offsets.of(marked.getProblemMark().get().getIndex());
            if (offset < text.length() && text.charAt(offset) == '\t') {
                return TAB.at(new Span(offset, offset + 1)).withHint("use spaces, two for each level");
            }
            return YAML_SYNTAX.at(Span.at(offset), sentence(marked)).withHint(QUOTING_HINT);
        }
        if (e instanceof ReaderException unprintable) {
            int offset = offsets.of(unprintable.getPosition());
            return YAML_SYNTAX.at(
                    Span.at(offset), String.format("the character U+%04X is not allowed", unprintable.getCodePoint()));
        }
        return YAML_SYNTAX.at(
                Span.at(0), String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }

    private static String sentence(MarkedYamlEngineException marked) {
        String context = marked.getContext() == null ? "" : marked.getContext() + ", ";
        return (context + marked.getProblem()).lines().findFirst().orElse("").strip();
    }
}
