package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;
import java.util.List;
import java.util.Map;

/** A table that a job writes, from a step or a source. */
public sealed interface Sink {
    /** The key under {@code write:}, by which plans and reports call the sink. */
    Text name();

    /** The step or source whose rows are written. */
    Text from();

    Mode mode();

    /** What Spark is told beside the place, by name. */
    default Map<String, Setting> options() {
        return Map.of();
    }

    /** A write mode and where it is asked for. */
    record Mode(WriteMode value, Span span) {}

    /** An ADX table; {@code key} holds the columns that an upsert matches on. */
    record Adx(Text name, Text table, Text from, Mode mode, List<Text> key) implements Sink {
        public Adx {
            key = List.copyOf(key);
        }
    }

    /** A folder of files; the options go to Spark's writer. */
    record File(Text name, FilePlace place, FileFormat format, Map<String, Setting> options, Text from, Mode mode)
            implements Sink {
        public File {
            options = Map.copyOf(options);
        }
    }

    /** A table that Spark's catalog knows. */
    record SparkTable(Text name, Text table, Text from, Mode mode) implements Sink {}

    /** Any Spark data source; the options go to Spark's writer. */
    record SparkFormat(Text name, Text format, Map<String, Setting> options, Text from, Mode mode) implements Sink {
        public SparkFormat {
            options = Map.copyOf(options);
        }
    }
}
