package io.adxflow.kql.language;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a table or a result, in order. */
public record Schema(List<Column> columns) {
    public Schema {
        columns = List.copyOf(columns);
    }

    public static Schema of(Column... columns) {
        return new Schema(List.of(columns));
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** As KQL writes it: {@code State:string, Deaths:long}. */
    @Override
    public String toString() {
        return columns.stream()
                .map(column -> column.name() + ":" + column.type().keyword())
                .collect(Collectors.joining(", "));
    }
}
