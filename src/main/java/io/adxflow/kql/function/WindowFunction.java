package io.adxflow.kql.function;

import java.util.List;
import java.util.Map;

/**
 * A function of a row and its neighbours; the input must be serialized. {@code {over}} is filled with the inside of the
 * {@code OVER (…)} clause: the order of the input and, after a restart, the partition.
 *
 * @param restart the index of the argument that starts anew where it is true, or -1
 */
public record WindowFunction(Signature signature, SqlTemplate sql, int restart, ResultName resultName, String summary) {
    static WindowFunction window(String signature, String sql, int restart, String summary) {
        return new WindowFunction(Signature.of(signature), new SqlTemplate(sql), restart, ResultName.NONE, summary);
    }

    public String name() {
        return signature.name();
    }

    /** The SQL of a call. */
    public String call(List<String> arguments, String over) {
        return signature.fill(sql, arguments, Map.of("over", over));
    }
}
