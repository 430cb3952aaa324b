package io.adxflow.emulator.command;

import static io.adxflow.emulator.command.CommandProblem.COLUMN_TYPE_CONFLICT;

import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the columns of a table may change, and what becomes of the rows that are there. */
final class SchemaChange {
    /** No command can name a column with this prefix, so stored values of such a column are never read again. */
    private static final String RETIRED = "$dropped ";

    private SchemaChange() {}

    /** The columns of a table, and at their end those that it lacks. */
    static Schema plus(Schema schema, Schema more, TableName table) {
        List<Column> columns = new ArrayList<>(schema.columns());
        for (Column column : more.columns()) {
            Optional<Column> old = schema.column(column.name());
            if (old.isEmpty()) {
                columns.add(column);
            } else {
                requireSameType(old.get(), column, table);
            }
        }
        return new Schema(columns);
    }

    /** Exactly these columns. Values of columns that are left out are lost, even when the column comes back. */
    static Table replaced(Table table, Schema schema, TableName name) {
        for (Column column : schema.columns()) {
            table.schema().column(column.name()).ifPresent(old -> requireSameType(old, column, name));
        }
        return table.withSchema(schema)
                .withExtents(table.extents().stream()
                        .map(extent -> onlyWith(extent, schema))
                        .toList());
    }

    /** The extent as a table with these columns sees it. */
    static Extent onlyWith(Extent extent, Schema schema) {
        List<Column> columns = extent.segment().schema().columns().stream()
                .map(column -> schema.columns().contains(column) ? column : retired(column))
                .toList();
        return extent.withSegment(extent.segment().withSchema(new Schema(columns)));
    }

    private static Column retired(Column column) {
        return column.name().startsWith(RETIRED) ? column : new Column(RETIRED + column.name(), column.type());
    }

    private static void requireSameType(Column old, Column next, TableName table) {
        if (old.type() != next.type()) {
            throw COLUMN_TYPE_CONFLICT
                    .at(
                            table.name().span(),
                            next.name(),
                            old.type().keyword(),
                            next.type().keyword())
                    .in(table.source())
                    .toException();
        }
    }
}
