package io.adxflow.job.yaml;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.Setting;
import io.adxflow.job.model.Text;
import io.adxflow.job.shape.JobShape;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Reads what stands behind {@code spark:} and {@code options:}, for sources and sinks alike. */
record SparkReader(Values values) {
    /** What the two forms make: a table of the catalog, or a data source with options. */
    <T> Optional<T> read(
            YamlNode node, Span owner, Function<Text, T> ofTable, BiFunction<Text, Map<String, Setting>, T> ofFormat) {
        return values.fields(node, JobShape.SPARK, owner).flatMap(fields -> {
            Optional<T> table = fields.find("table").flatMap(values::text).map(ofTable);
            Map<String, Setting> options = options(fields);
            return table.or(
                    () -> fields.find("format").flatMap(values::text).map(format -> ofFormat.apply(format, options)));
        });
    }

    Map<String, Setting> options(Fields fields) {
        Map<String, Setting> options = new LinkedHashMap<>();
        fields.find("options")
                .map(values::named)
                .ifPresent(entries -> entries.forEach(entry ->
                        values.setting(entry.value()).ifPresent(setting -> options.put(entry.name(), setting))));
        return options;
    }
}
