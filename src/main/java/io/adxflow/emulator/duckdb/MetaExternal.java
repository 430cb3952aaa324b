package io.adxflow.emulator.duckdb;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.PathPart;
import io.adxflow.kql.language.KqlType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** External tables as JSON values. */
final class MetaExternal {
    private MetaExternal() {}

    static List<Object> row(ExternalTable table) {
        return List.of(
                table.name(),
                MetaTables.columns(table.columns()),
                table.partitions().stream().map(MetaExternal::row).toList(),
                table.path().stream().map(MetaExternal::row).toList(),
                table.format(),
                table.places(),
                Json.write(table.options()),
                Json.write(table.mappings()));
    }

    static ExternalTable table(List<?> row) {
        return new ExternalTable(
                (String) row.get(0),
                MetaTables.columns((String) row.get(1)),
                ((List<?>) row.get(2))
                        .stream().map(one -> partition((List<?>) one)).toList(),
                ((List<?>) row.get(3)).stream().map(one -> part((List<?>) one)).toList(),
                (String) row.get(4),
                ((List<?>) row.get(5)).stream().map(String.class::cast).toList(),
                texts((String) row.get(6)),
                texts((String) row.get(7)));
    }

    private static List<Object> row(ExternalPartition partition) {
        return List.of(
                partition.name(),
                partition.type().keyword(),
                partition.kind().name(),
                partition.column(),
                partition.argument());
    }

    private static ExternalPartition partition(List<?> row) {
        return new ExternalPartition(
                (String) row.get(0),
                KqlType.named((String) row.get(1)).orElseThrow(),
                ExternalPartition.Kind.valueOf((String) row.get(2)),
                (String) row.get(3),
                (Long) row.get(4));
    }

    private static List<Object> row(PathPart part) {
        return part instanceof PathPart.Value value
                ? List.of(value.partition(), value.pattern())
                : List.of(((PathPart.Text) part).text());
    }

    private static PathPart part(List<?> row) {
        return row.size() > 1
                ? new PathPart.Value((String) row.get(0), (String) row.get(1))
                : new PathPart.Text((String) row.get(0));
    }

    private static Map<String, String> texts(String json) {
        Map<String, String> texts = new LinkedHashMap<>();
        ((Map<?, ?>) Json.read(json)).forEach((name, text) -> texts.put((String) name, (String) text));
        return texts;
    }
}
