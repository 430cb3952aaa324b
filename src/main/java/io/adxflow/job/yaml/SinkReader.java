package io.adxflow.job.yaml;

import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Text;
import io.adxflow.job.model.WriteMode;
import io.adxflow.job.shape.JobShape;
import java.util.List;
import java.util.Optional;

/** Reads one sink. */
record SinkReader(Values values) {
    static final String TABLE_RULE =
            "an ADX table's name has letters, digits, '_', '-', '.' and blanks, and starts with a letter, a digit or"
                    + " '_'";

    Optional<Sink> read(Text name, YamlNode node) {
        return values.fields(node, JobShape.SINK, name.span()).flatMap(fields -> {
            Optional<Text> from = fields.find("from").flatMap(values::text);
            Optional<Sink.Mode> mode = fields.find("mode").flatMap(this::mode);
            Optional<Target> target = target(name, fields);
            return from.flatMap(source -> mode.flatMap(how -> target.map(found -> found.sink(source, how))));
        });
    }

    /** A sink that still lacks what it is fed from. */
    private interface Target {
        Sink sink(Text from, Sink.Mode mode);
    }

    private Optional<Sink.Mode> mode(YamlNode node) {
        return values.word(node, List.of(WriteMode.values()), WriteMode::word)
                .map(mode -> new Sink.Mode(mode, node.span()));
    }

    private Optional<Target> target(Text name, Fields fields) {
        if (fields.has("file")) {
            return file(name, fields);
        }
        return fields.has("spark") ? spark(name, fields) : adx(name, fields);
    }

    private Optional<Target> adx(Text name, Fields fields) {
        List<Text> key = fields.find("key").map(values::texts).orElse(List.of());
        Optional<Text> table = fields.has("table")
                ? fields.find("table").flatMap(node -> values.name(node, JobShape.ADX_TABLE, TABLE_RULE))
                : Optional.of(name);
        return table.map(found -> (from, mode) -> new Sink.Adx(name, found, from, mode, key));
    }

    private Optional<Target> file(Text name, Fields fields) {
        FileReader files = new FileReader(values);
        return fields.find("file").flatMap(values::text).flatMap(file -> files.format(fields, file)
                .map(format -> (from, mode) -> new Sink.File(
                        name, files.place(file), format, new SparkReader(values).options(fields), from, mode)));
    }

    private Optional<Target> spark(Text name, Fields fields) {
        return fields.find("spark").flatMap(node -> new SparkReader(values)
                .<Target>read(
                        node,
                        fields.place("spark"),
                        table -> (from, mode) -> new Sink.SparkTable(name, table, from, mode),
                        (format, options) -> (from, mode) -> new Sink.SparkFormat(name, format, options, from, mode)));
    }
}
