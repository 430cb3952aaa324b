package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.INVALID_VALUE;
import static io.adxflow.kql.language.KqlProblem.NO_CURSOR;
import static io.adxflow.kql.language.KqlProblem.NO_FIRST_COLUMN;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scope.ConstantRows;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.HiddenColumn;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.List;
import java.util.Optional;

/** Calls whose meaning depends on more than the values of their arguments. */
final class SpecialCalls {
    private final Expression.Call call;
    private final ScalarBinder scalars;

    private SpecialCalls(Expression.Call call, ScalarBinder scalars) {
        this.call = call;
        this.scalars = scalars;
    }

    static Optional<Scalar> bind(Expression.Call call, ScalarBinder scalars) {
        return new SpecialCalls(call, scalars).bind();
    }

    private Optional<Scalar> bind() {
        return switch (call.function().text()) {
            case "toscalar" -> Optional.of(toscalar());
            case "column_ifexists", "columnifexists" -> Optional.of(columnIfExists());
            case "extent_id", "extentid" -> Optional.of(hidden(HiddenColumn.EXTENT));
            case "extent_tags" -> Optional.of(hidden(HiddenColumn.TAGS));
            case "ingestion_time" -> Optional.of(hidden(HiddenColumn.INGESTED));
            case "__row_of_extent" -> Optional.of(hidden(HiddenColumn.ROW));
            case "cursor_current", "current_cursor" -> Optional.of(cursor());
            case "cursor_after" -> Optional.of(cursorComparison(">"));
            case "cursor_before_or_at" -> Optional.of(cursorComparison("<="));
            case "pack_all", "bag_pack_columns", "pack_columns" -> Optional.of(new BagCalls(call, scalars).bind());
            case "estimate_data_size" -> Optional.of(new DataSizeCalls(call, scalars).bind());
            case "column_names_of" -> Optional.of(columnNames());
            case "bin_auto" -> Optional.of(
                    new AutomaticBins(scalars).bind(arguments(1, 1).get(0), call));
            default -> Optional.empty();
        };
    }

    private List<Expression> arguments(int fewest, int most) {
        List<Expression> arguments = CallBinder.positional(call);
        if (arguments.size() < fewest || arguments.size() > most) {
            throw WRONG_ARGUMENT_COUNT
                    .at(call.span(), call.function().text(), arguments.size() + " arguments")
                    .toException();
        }
        return arguments;
    }

    private Scalar toscalar() {
        Expression argument = arguments(1, 1).get(0);
        if (!Tabularity.isTable(argument, scalars.session(), scalars.scope())) {
            Scalar value = scalars.bind(argument);
            return Scalars.isRandom(value) && References.of(value).isEmpty() ? once(value) : value;
        }
        return new Scalar.Subquery(withFirstColumn(argument));
    }

    /** A table whose first column is asked for. */
    private Relation withFirstColumn(Expression table) {
        Relation rows = scalars.session().tables(scalars.scope().withoutRows()).bind(table);
        if (rows.header().fields().isEmpty()) {
            throw NO_FIRST_COLUMN.at(table.span()).toException();
        }
        if (scalars.session().isBroken(rows.header().fields().get(0))) {
            throw Problems.silent();
        }
        return rows;
    }

    /** One random value for all rows and all uses of its name. */
    private Scalar once(Scalar value) {
        Field field = scalars.session().field("once", value.type());
        Relation row = new Relation.Project(
                ConstantRows.one(scalars.session()), List.of(new Assignment(field, value)), Header.of(List.of(field)));
        return new Scalar.Subquery(new Relation.Materialize(row));
    }

    private Scalar columnIfExists() {
        List<Expression> arguments = arguments(2, 2);
        Scalar name = scalars.bind(arguments.get(0));
        String column = Scalars.text(name).orElseThrow(() -> EXPECTED_CONSTANT
                .at(arguments.get(0).span(), "the name of the column")
                .toException());
        Optional<Field> field = scalars.rows().field(column);
        return field.isPresent()
                ? scalars.bind(new Expression.Name(arguments.get(0).span(), column))
                : scalars.bind(arguments.get(1));
    }

    private Scalar hidden(HiddenColumn column) {
        arguments(0, 0);
        Field field = scalars.rows().hidden().get(column);
        return field == null ? Scalar.Constant.nullOf(column.type()) : field.reference();
    }

    private Scalar cursor() {
        arguments(0, 0);
        return Scalar.Constant.of(KqlType.STRING, scalars.session().catalog().cursor());
    }

    /** An empty cursor is before everything, as in Kusto. */
    private Scalar cursorComparison(String operator) {
        Expression argument = arguments(1, 1).get(0);
        Scalar bound = scalars.bindAs(KqlType.STRING, argument);
        Field row = Optional.ofNullable(scalars.rows().hidden().get(HiddenColumn.CURSOR))
                .orElseThrow(
                        () -> NO_CURSOR.at(call.span(), call.function().text()).toException());
        scalars.session().compareCursors();
        Scalars.text(bound).ifPresent(text -> requireCursor(text, argument));
        Scalar given = cursorTicks(bound, argument);
        Scalar zero = Scalar.Constant.of(KqlType.LONG, 0L);
        Scalar cursor =
                scalars.call("coalesce", call.span(), List.of(given, zero), List.of(argument.span(), argument.span()));
        return scalars.call(
                operator, call.span(), List.of(row.reference(), cursor), List.of(call.span(), argument.span()));
    }

    /** Cursors are ticks; clients also send the time as ISO text. */
    private Scalar cursorTicks(Scalar bound, Expression argument) {
        List<Span> one = List.of(argument.span());
        Scalar number = scalars.call("tolong", call.span(), List.of(bound), one);
        Scalar time = scalars.call("todatetime", call.span(), List.of(bound), one);
        Scalar ticks = scalars.call("tolong", call.span(), List.of(time), one);
        return scalars.call("coalesce", call.span(), List.of(number, ticks), List.of(argument.span(), argument.span()));
    }

    private static void requireCursor(String text, Expression argument) {
        boolean isCursor = text.isEmpty()
                || text.matches("[0-9]{1,18}")
                || DatetimeText.ticks(text).isPresent();
        if (!isCursor) {
            throw INVALID_VALUE.at(argument.span(), text, "cursor").toException();
        }
    }

    private Scalar columnNames() {
        Relation table =
                scalars.session().tables(scalars.scope()).bind(arguments(1, 1).get(0));
        List<Scalar> names = table.header().names().stream()
                .map(name -> (Scalar) Scalar.Constant.of(KqlType.STRING, name))
                .toList();
        return scalars.call(
                "pack_array",
                call.span(),
                names,
                names.stream().map(name -> call.span()).toList());
    }
}
