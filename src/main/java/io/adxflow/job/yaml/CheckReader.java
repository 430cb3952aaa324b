package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.MISSING_KEY;
import static io.adxflow.job.model.JobProblem.UNKNOWN_KEY;

import io.adxflow.job.model.Check;
import io.adxflow.job.model.EmbeddedText;
import io.adxflow.job.model.Otherwise;
import io.adxflow.job.model.SqlReader;
import io.adxflow.job.model.Text;
import io.adxflow.job.parameter.Language;
import io.adxflow.job.shape.JobShape;
import java.util.List;
import java.util.Optional;

/** Reads one check. */
record CheckReader(Values values, SqlReader sql) {
    Optional<Check> read(Text step, YamlNode node) {
        if (node instanceof YamlNode.Scalar) {
            return values.code(node, Language.SQL)
                    .map(condition -> check(step, condition, Otherwise.FAIL, Optional.empty()));
        }
        return values.fields(node, JobShape.CHECK, node.span()).flatMap(fields -> full(step, fields, node));
    }

    private Optional<Check> full(Text step, Fields fields, YamlNode node) {
        Optional<EmbeddedText> condition = fields.find("that").flatMap(text -> values.code(text, Language.SQL));
        Optional<Otherwise> otherwise = fields.has("otherwise")
                ? fields.find("otherwise")
                        .flatMap(word -> values.word(word, List.of(Otherwise.values()), Otherwise::word))
                : Optional.of(Otherwise.FAIL);
        Optional<Text> into =
                fields.find("into").flatMap(text -> values.name(text, JobShape.ADX_TABLE, SinkReader.TABLE_RULE));
        if (condition.isEmpty() || otherwise.isEmpty() || !agree(otherwise.get(), fields, node)) {
            return Optional.empty();
        }
        boolean isLost = otherwise.get() == Otherwise.QUARANTINE && into.isEmpty();
        return isLost ? Optional.empty() : Optional.of(check(step, condition.get(), otherwise.get(), into));
    }

    private boolean agree(Otherwise otherwise, Fields fields, YamlNode node) {
        boolean isQuarantine = otherwise == Otherwise.QUARANTINE;
        if (isQuarantine && !fields.has("into")) {
            values.findings()
                    .add(MISSING_KEY
                            .at(node.span(), "into")
                            .withHint("into: The ADX table that takes the rows in quarantine"));
            return false;
        }
        if (!isQuarantine && fields.has("into")) {
            values.findings()
                    .add(UNKNOWN_KEY
                            .at(fields.place("into"), "into")
                            .withHint("it belongs to 'otherwise: quarantine'"));
            return false;
        }
        return true;
    }

    private Check check(Text step, EmbeddedText condition, Otherwise otherwise, Optional<Text> into) {
        return new Check(
                step,
                condition,
                otherwise,
                into,
                sql.condition(condition, values.findings().file()));
    }
}
