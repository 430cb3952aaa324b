package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxColumn;
import java.io.Serializable;
import java.util.List;

/** A column of a result as Spark reads it. */
record ReadColumn(String name, ReadType type) implements Serializable {
    /** @param intervals whether timespans are read as intervals */
    static List<ReadColumn> of(List<AdxColumn> columns, boolean intervals) {
        return columns.stream()
                .map(column -> new ReadColumn(column.name(), ReadType.of(column.type(), intervals)))
                .toList();
    }

    boolean isLike(AdxColumn arrived) {
        return name.equals(arrived.name()) && type.adx() == arrived.type();
    }
}
