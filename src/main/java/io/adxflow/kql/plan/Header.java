package io.adxflow.kql.plan;

import io.adxflow.kql.language.HiddenColumn;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a relation's rows.
 *
 * @param fields the columns that the query sees, in order
 * @param hidden the columns that only functions like {@code extent_id()} see
 * @param order how the rows are ordered; empty when nothing is known
 * @param isSerialized whether window functions may look at neighbouring rows
 * @param partition inside {@code mv-apply} and {@code partition}: fields whose values keep row sets apart
 */
public record Header(
        List<Field> fields,
        Map<HiddenColumn, Field> hidden,
        List<OrderKey> order,
        boolean isSerialized,
        List<Field> partition) {
    public Header {
        fields = List.copyOf(fields);
        hidden = inOrder(hidden);
        order = List.copyOf(order);
        partition = List.copyOf(partition);
    }

    private static Map<HiddenColumn, Field> inOrder(Map<HiddenColumn, Field> hidden) {
        Map<HiddenColumn, Field> copy = new EnumMap<>(HiddenColumn.class);
        copy.putAll(hidden);
        return Collections.unmodifiableMap(copy);
    }

    /** Columns without an order and without anything hidden. */
    public static Header of(List<Field> fields) {
        return new Header(fields, Map.of(), List.of(), false, List.of());
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    public Schema schema() {
        return new Schema(fields.stream().map(Field::column).toList());
    }

    public Header withFields(List<Field> newFields) {
        return new Header(newFields, hidden, order, isSerialized, partition);
    }

    public Header withOrder(List<OrderKey> newOrder) {
        return new Header(fields, hidden, newOrder, true, partition);
    }

    public Header serialized() {
        return new Header(fields, hidden, order, true, partition);
    }

    /** The rows keep their columns, and their order is lost. */
    public Header unordered() {
        return new Header(fields, hidden, List.of(), false, partition);
    }

    public Header partitionedBy(List<Field> newPartition) {
        return new Header(fields, hidden, order, isSerialized, newPartition);
    }

    /** Every field that an operator which keeps the rows must pass on, each once. */
    public List<Field> carried() {
        Map<Integer, Field> carried = new LinkedHashMap<>();
        fields.forEach(field -> carried.putIfAbsent(field.id(), field));
        hidden.values().forEach(field -> carried.putIfAbsent(field.id(), field));
        order.forEach(key -> carried.putIfAbsent(key.field().id(), key.field()));
        partition.forEach(field -> carried.putIfAbsent(field.id(), field));
        return new ArrayList<>(carried.values());
    }
}
