package io.adxflow.job.model;

import java.util.Map;

/** A named table that a job reads. */
public sealed interface Source {
    Text name();

    /** What Spark is told beside the place, by name. */
    default Map<String, Setting> options() {
        return Map.of();
    }

    /** The result of a KQL query. */
    record Kql(Text name, EmbeddedText query) implements Source {}

    /** A whole ADX table. */
    record Table(Text name, Text table) implements Source {}

    /** A file or a folder of files; the options go to Spark's reader. */
    record File(Text name, FilePlace place, FileFormat format, Map<String, Setting> options) implements Source {
        public File {
            options = Map.copyOf(options);
        }
    }

    /** A table that Spark's catalog knows, {@code catalog.schema.name}. */
    record SparkTable(Text name, Text table) implements Source {}

    /** Any Spark data source; the options go to Spark's reader. */
    record SparkFormat(Text name, Text format, Map<String, Setting> options) implements Source {
        public SparkFormat {
            options = Map.copyOf(options);
        }
    }
}
