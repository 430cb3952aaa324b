package io.adxflow.emulator.command.table;

import static io.adxflow.emulator.command.language.CommandProblem.COLUMN_TYPE_CONFLICT;

import io.adxflow.emulator.command.language.ColumnPolicies;
import io.adxflow.emulator.command.language.TableName;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the columns of a table may change, and what becomes of the rows that are there. */
public final class SchemaChange {
    /** No command can name a column with this prefix, so stored values of such a column are never read again. */
    private static final String RETIRED = "$dropped ";

    private SchemaChange() {}

    /** The columns of a table, and at their end those that it lacks. */
    public static Schema plus(Schema schema, Schema more, TableName table) {
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
        return restricted(table, schema);
    }

    /** These columns. Values of all others are lost, even when the column comes back. */
    public static Table restricted(Table table, Schema schema) {
        Map<String, String> docs = new HashMap<>(table.columnDocs());
        docs.keySet().retainAll(schema.names());
        return table.withSchema(schema)
                .withColumnDocs(docs)
                .withPolicies(ColumnPolicies.only(table.policies(), schema))
                .withExtents(table.extents().stream()
                        .map(extent -> onlyWith(extent, schema))
                        .toList());
    }

    /** @param names the next name by the old one, for columns that get another one */
    static Table renamed(Table table, Map<String, String> names) {
        Map<String, String> docs = new HashMap<>();
        table.columnDocs().forEach((name, text) -> docs.put(names.getOrDefault(name, name), text));
        return table.withSchema(renamed(table.schema(), names))
                .withColumnDocs(docs)
                .withPolicies(ColumnPolicies.renamed(table.policies(), name -> names.getOrDefault(name, name)))
                .withExtents(table.extents().stream()
                        .map(extent -> extent.withSegment(extent.segment()
                                .withSchema(renamed(extent.segment().schema(), names))))
                        .toList());
    }

    private static Schema renamed(Schema schema, Map<String, String> names) {
        return new Schema(schema.columns().stream()
                .map(column -> new Column(names.getOrDefault(column.name(), column.name()), column.type()))
                .toList());
    }

    /** The extent as a table with these columns sees it. */
    public static Extent onlyWith(Extent extent, Schema schema) {
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
