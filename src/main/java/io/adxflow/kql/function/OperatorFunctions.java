package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.KeyValues;
import io.adxflow.kql.value.TextClusters;
import java.util.List;

/** What tabular operators compute in Java; no query can call these. */
final class OperatorFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar(
                    "parse-kv(text: string, options: dynamic): dynamic",
                    "kql_key_values({0}, {1})",
                    "The pairs of keys and values"),
            scalar(
                    "reduce(texts: dynamic, separators: string): dynamic",
                    "kql_text_clusters({0}, {1})",
                    "A pattern for each cluster of texts"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_key_values(string, dynamic): dynamic", KeyValues::bag),
            java("kql_text_clusters(dynamic, string): dynamic", TextClusters::of));

    private OperatorFunctions() {}
}
