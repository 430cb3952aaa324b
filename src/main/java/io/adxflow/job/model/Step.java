package io.adxflow.job.model;

import java.util.List;

/** A named table that a job computes. */
public sealed interface Step {
    Text name();

    /** The sources and steps that this one reads, each once. */
    List<Text> inputs();

    /** The result of a Spark SQL query. */
    record Sql(Text name, EmbeddedText query, SqlTables tables) implements Step {
        @Override
        public List<Text> inputs() {
            return tables.names();
        }
    }

    /** What a Java class makes of its inputs. */
    record JavaClass(Text name, Text className, List<Text> inputs) implements Step {
        public JavaClass {
            inputs = List.copyOf(inputs);
        }
    }
}
