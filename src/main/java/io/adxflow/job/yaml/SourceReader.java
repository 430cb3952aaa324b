package io.adxflow.job.yaml;

import io.adxflow.job.model.Source;
import io.adxflow.job.model.Text;
import io.adxflow.job.parameter.Language;
import io.adxflow.job.shape.JobShape;
import java.util.Optional;

/** Reads one source. */
record SourceReader(Values values) {
    Optional<Source> read(Text name, YamlNode node) {
        return values.fields(node, JobShape.SOURCE, name.span()).flatMap(fields -> kql(name, fields)
                .or(() -> table(name, fields))
                .or(() -> file(name, fields))
                .or(() -> spark(name, fields)));
    }

    private Optional<Source> kql(Text name, Fields fields) {
        return fields.find("kql")
                .flatMap(node -> values.code(node, Language.KQL))
                .map(query -> new Source.Kql(name, query));
    }

    private Optional<Source> table(Text name, Fields fields) {
        return fields.find("table")
                .flatMap(node -> values.name(node, JobShape.ADX_TABLE, SinkReader.TABLE_RULE))
                .map(table -> new Source.Table(name, table));
    }

    private Optional<Source> file(Text name, Fields fields) {
        FileReader files = new FileReader(values);
        return fields.find("file").flatMap(values::text).flatMap(file -> files.format(fields, file)
                .map(format ->
                        new Source.File(name, files.place(file), format, new SparkReader(values).options(fields))));
    }

    private Optional<Source> spark(Text name, Fields fields) {
        return fields.find("spark").flatMap(node -> new SparkReader(values)
                .<Source>read(
                        node,
                        fields.place("spark"),
                        table -> new Source.SparkTable(name, table),
                        (format, options) -> new Source.SparkFormat(name, format, options)));
    }
}
