package io.adxflow.run.spark;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxType;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.run.commit.TargetTable;
import io.adxflow.run.model.RunProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Brings rows into the shape of a table: columns meet by name, never by place. Names are those of ADX, which tells capitals
 * from small letters.
 *
 * @param from the source or step that makes the rows
 * @param span where the sink stands in the job
 */
record ColumnFit(String from, StructType made, TargetTable target, Span span) {
    /** Everything that keeps the rows from fitting. */
    List<Diagnostic> problems() {
        List<Diagnostic> problems = new ArrayList<>();
        for (StructField field : made.fields()) {
            check(field).ifPresent(problems::add);
        }
        for (AdxColumn column : target.columns()) {
            if (!names().contains(column.name())) {
                problems.add(RunProblem.COLUMN_MISSING
                        .at(span, target.name(), column.name(), from)
                        .withHint(Suggestion.hint(column.name(), "columns of '" + from + "'", names())
                                + "\nfor an empty column write: CAST(NULL AS …) AS " + column.name()));
            }
        }
        return problems;
    }

    /** The rows with the table's columns in the table's order; numbers and times widened to the table's types. */
    Dataset<Row> shape(Dataset<Row> rows) {
        return rows.select(target.columns().stream()
                .map(column -> value(rows.col("`" + column.name().replace("`", "``") + "`"), column))
                .toArray(Column[]::new));
    }

    private Optional<Diagnostic> check(StructField field) {
        Optional<AdxType> type = AdxColumns.type(field.dataType());
        if (type.isEmpty()) {
            return Optional.of(RunProblem.COLUMN_UNSUPPORTED
                    .at(span, field.name(), from, field.dataType().sql())
                    .withHint("leave it out, or convert it: hex(…), base64(…), to_json(…)"));
        }
        Optional<AdxColumn> column = target.columns().stream()
                .filter(candidate -> candidate.name().equals(field.name()))
                .findFirst();
        if (column.isEmpty()) {
            return Optional.of(RunProblem.COLUMN_UNKNOWN
                    .at(span, from, field.name(), target.name())
                    .withHint(Suggestion.hint(
                            field.name(),
                            "columns of the table",
                            target.columns().stream().map(AdxColumn::name).toList())));
        }
        return AdxColumns.fits(type.get(), column.get().type())
                ? Optional.empty()
                : Optional.of(RunProblem.COLUMN_TYPE
                        .at(
                                span,
                                field.name(),
                                field.dataType().sql().toLowerCase(Locale.ROOT),
                                from,
                                column.get().type().kql(),
                                target.name())
                        .withHint("convert it in the step: " + cast(column.get())));
    }

    private List<String> names() {
        return Arrays.asList(made.fieldNames());
    }

    private static Column value(Column value, AdxColumn column) {
        Column typed =
                switch (column.type()) {
                    case INT -> value.cast(DataTypes.IntegerType);
                    case LONG -> value.cast(DataTypes.LongType);
                    case REAL -> value.cast(DataTypes.DoubleType);
                    case DATETIME -> value.cast(DataTypes.TimestampType);
                    case BOOL, DECIMAL, STRING, TIMESPAN, GUID, DYNAMIC -> value;
                };
        return typed.as(column.name());
    }

    private static String cast(AdxColumn column) {
        String type =
                switch (column.type()) {
                    case BOOL -> "boolean";
                    case INT -> "int";
                    case LONG -> "bigint";
                    case REAL -> "double";
                    case DECIMAL -> "decimal(38, 18)";
                    case STRING, GUID, DYNAMIC -> "string";
                    case DATETIME -> "timestamp";
                    case TIMESPAN -> "interval day to second";
                };
        return "CAST(" + column.name() + " AS " + type + ")";
    }
}
