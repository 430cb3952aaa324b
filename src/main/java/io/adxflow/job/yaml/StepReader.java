package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.MISSING_KEY;

import io.adxflow.job.model.SqlReader;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import io.adxflow.job.parameter.Language;
import io.adxflow.job.shape.JobShape;
import java.util.List;
import java.util.Optional;

/** Reads one step. */
record StepReader(Values values, SqlReader sql) {
    Optional<Step> read(Text name, YamlNode node) {
        if (node instanceof YamlNode.Scalar) {
            return sql(name, node);
        }
        return values.fields(node, JobShape.STEP, name.span())
                .flatMap(fields ->
                        fields.find("sql").flatMap(query -> sql(name, query)).or(() -> java(name, fields)));
    }

    private Optional<Step> sql(Text name, YamlNode node) {
        return values.code(node, Language.SQL)
                .map(query -> new Step.Sql(
                        name, query, sql.query(query, values.findings().file())));
    }

    private Optional<Step> java(Text name, Fields fields) {
        Optional<Text> className = fields.find("java").flatMap(values::text);
        List<Text> inputs = fields.find("from").map(values::texts).orElse(List.of());
        if (className.isPresent() && !fields.has("from")) {
            values.findings()
                    .add(MISSING_KEY
                            .at(name.span(), "from")
                            .withHint("from: The sources and steps that the class reads"));
            return Optional.empty();
        }
        return className.map(found -> new Step.JavaClass(name, found, inputs));
    }
}
