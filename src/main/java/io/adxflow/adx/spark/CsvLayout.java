package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxProblem;
import io.adxflow.adx.client.AdxType;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.UserException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** For each column of the table, in its order, where its value stands in Spark's rows and what it is there. */
record CsvLayout(List<Cell> cells) implements Serializable {
    /** One column of the table. */
    record Cell(String name, AdxType target, int ordinal, DataType source) implements Serializable {}

    /**
     * Columns are matched by name. All problems are reported at once.
     *
     * @throws UserException if a column is missing on either side, or its type does not fit
     */
    static CsvLayout of(StructType rows, List<AdxColumn> table, String tableName) {
        List<Diagnostic> problems = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        List<String> names = Arrays.asList(rows.fieldNames());
        for (AdxColumn column : table) {
            int ordinal = names.indexOf(column.name());
            if (ordinal < 0) {
                problems.add(mismatch(tableName, "the rows have no column '" + column.name() + "'"));
                continue;
            }
            StructField field = rows.fields()[ordinal];
            if (CsvCell.fits(field.dataType(), column.type())) {
                cells.add(new Cell(column.name(), column.type(), ordinal, field.dataType()));
            } else {
                problems.add(mismatch(
                        tableName,
                        "'" + column.name() + "' is " + field.dataType().catalogString() + " in the rows and "
                                + column.type().kql() + " in the table"));
            }
        }
        List<String> targets = table.stream().map(AdxColumn::name).toList();
        names.stream()
                .filter(name -> !targets.contains(name))
                .forEach(name -> problems.add(mismatch(tableName, "the table has no column '" + name + "'")));
        if (!problems.isEmpty()) {
            throw new UserException(problems);
        }
        return new CsvLayout(List.copyOf(cells));
    }

    private static Diagnostic mismatch(String table, String reason) {
        return AdxProblem.COLUMN_MISMATCH.with(table, reason);
    }
}
