package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.ExternalFile;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalReader;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.kql.language.KqlType;
import java.util.ArrayList;
import java.util.List;

/**
 * Files of an external table that a query reads.
 *
 * @param mapping the name of one of the table, or an empty text
 */
record ExternalScan(ExternalReader reader, ExternalTable table, String mapping, List<ExternalFile> files) {
    ExternalScan {
        files = List.copyOf(files);
    }

    /** The types of the columns of the files, then those that only paths have. */
    List<KqlType> types() {
        return table.schema().columns().stream().map(column -> column.type()).toList();
    }

    /** The values of the columns that only paths have. */
    static List<Object> virtual(ExternalTable table, ExternalFile file) {
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < table.partitions().size(); i++) {
            ExternalPartition partition = table.partitions().get(i);
            if (partition.isVirtual()) {
                Object value = file.values().get(i);
                values.add(value == null && partition.type() == KqlType.STRING ? "" : value);
            }
        }
        return values;
    }
}
