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
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
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
        Optional<AdxColumn> column = target.columns().stream()
                .filter(candidate -> candidate.name().equals(field.name()))
                .findFirst();
        if (column.isPresent() && field.dataType().equals(DataTypes.NullType)) {
            return Optional.empty();
        }
        Optional<AdxType> type = AdxColumns.type(field.dataType());
        if (type.isEmpty()) {
            return Optional.of(unsupported(field));
        }
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

    private Diagnostic unsupported(StructField field) {
        Diagnostic problem = RunProblem.COLUMN_UNSUPPORTED.at(
                span, field.name(), from, field.dataType().sql().toLowerCase(Locale.ROOT));
        return field.dataType().equals(DataTypes.NullType)
                ? problem.withHint("say which type the empty column has: CAST(NULL AS …) AS " + field.name())
                : problem.withHint("leave it out, or convert it: hex(…), base64(…), to_json(…)");
    }

    private List<String> names() {
        return Arrays.asList(made.fieldNames());
    }

    /** Only casts that cannot lose a value: from smaller numbers and times, and from columns that are always null. */
    private Column value(Column value, AdxColumn column) {
        boolean isNull = made.apply(column.name()).dataType().equals(DataTypes.NullType);
        boolean widens = Set.of(AdxType.INT, AdxType.LONG, AdxType.REAL, AdxType.DATETIME)
                .contains(column.type());
        return (isNull || widens ? value.cast(sparkType(column.type())) : value).as(column.name());
    }

    private static DataType sparkType(AdxType type) {
        return switch (type) {
            case BOOL -> DataTypes.BooleanType;
            case INT -> DataTypes.IntegerType;
            case LONG -> DataTypes.LongType;
            case REAL -> DataTypes.DoubleType;
            case DECIMAL -> DataTypes.createDecimalType();
            case DATETIME -> DataTypes.TimestampType;
            case STRING, TIMESPAN, GUID, DYNAMIC -> DataTypes.StringType;
        };
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
