package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.BAD_ARGUMENT;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_TYPE;
import static io.adxflow.kql.language.KqlProblem.INCOMPLETE_ROW;
import static io.adxflow.kql.language.KqlProblem.UNORDERED_TYPE;

import io.adxflow.kql.bind.scalar.Conversion;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scalar.TupleBinder;
import io.adxflow.kql.bind.scope.ConstantRows;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Row sets that a query writes down itself: datatable, print, range. */
public final class ValuesBinder {
    private final Session session;
    private final Scope scope;

    public ValuesBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    public Relation datatable(Expression.Datatable datatable) {
        List<Field> fields = session.header(datatable.columns().stream()
                        .map(column -> new Column(column.name().text(), column.type()))
                        .toList())
                .fields();
        if (datatable.values().size() % fields.size() != 0) {
            throw INCOMPLETE_ROW
                    .at(datatable.span(), datatable.values().size(), fields.size())
                    .toException();
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < datatable.values().size(); i++) {
            places.add(i);
        }
        List<Scalar> values = Problems.all(
                places,
                i -> value(
                        datatable.values().get(i), fields.get(i % fields.size()).type()));
        List<List<Scalar>> rows = new ArrayList<>();
        for (int start = 0; start < values.size(); start += fields.size()) {
            rows.add(values.subList(start, start + fields.size()));
        }
        return ConstantRows.of(session, fields, rows);
    }

    /** A cell: a constant of the column's type, or one that Kusto reads as it. */
    private Scalar value(Expression expression, KqlType type) {
        Scalar value = ScalarBinder.constants(session, scope).bind(expression);
        if (!Scalars.isConstant(value)) {
            throw EXPECTED_CONSTANT
                    .at(expression.span(), "a value of a datatable")
                    .toException();
        }
        return new Cells(session, scope).as(type, value, expression.span()).orElseThrow(() -> EXPECTED_TYPE
                .at(expression.span(), type, value.type())
                .toException());
    }

    public Relation print(ExpandOperator.Print print) {
        Relation one = ConstantRows.one(session);
        ScalarBinder scalars = ScalarBinder.constants(session, scope);
        ColumnNames names = new ColumnNames();
        List<Assignment> assignments = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        List<NamedExpression> columns = new TupleBinder(scalars).apart(print.columns());
        for (int i = 0; i < columns.size(); i++) {
            NamedExpression column = columns.get(i);
            String name = names.unique(column.name().map(Expression.Name::text).orElse("print_" + i));
            Optional<Scalar> value = session.problems().attempt(() -> scalars.bind(column.value()));
            Field field =
                    value.map(found -> session.field(name, found.type())).orElseGet(() -> session.brokenField(name));
            fields.add(field);
            value.ifPresent(found -> assignments.add(new Assignment(field, found)));
        }
        return new Relation.Project(one, assignments, Header.of(fields));
    }

    public Relation range(ExpandOperator.Range range) {
        ScalarBinder scalars = ScalarBinder.constants(session, scope);
        List<Scalar> bounds = scalars.bindAll(List.of(range.from(), range.to(), range.step()));
        KqlType type = type(range, bounds);
        KqlType step = type == KqlType.DATETIME ? KqlType.TIMESPAN : type;
        requireStep(bounds.get(2), range.step());
        Field field = session.field(range.column().text(), type);
        return new Relation.Range(
                to(type, bounds.get(0), range.from()),
                to(type, bounds.get(1), range.to()),
                to(step, bounds.get(2), range.step()),
                Header.of(List.of(field)).serialized());
    }

    private static void requireStep(Scalar step, Expression place) {
        boolean isZero = Scalars.constant(step)
                .filter(value -> value instanceof Number number && number.doubleValue() == 0)
                .isPresent();
        if (isZero) {
            throw BAD_ARGUMENT.at(place.span(), "the step of range is zero").toException();
        }
    }

    private static KqlType type(ExpandOperator.Range range, List<Scalar> bounds) {
        KqlType from = bounds.get(0).type();
        if (from == KqlType.DATETIME || from == KqlType.TIMESPAN) {
            return from;
        }
        if (!from.isNumber()) {
            throw UNORDERED_TYPE.at(range.from().span(), from).toException();
        }
        return Conversion.common(bounds.stream().map(Scalar::type).toList())
                .map(type -> type == KqlType.INT ? KqlType.LONG : type)
                .orElseThrow(() -> EXPECTED_TYPE
                        .at(range.step().span(), from, bounds.get(2).type())
                        .toException());
    }

    private static Scalar to(KqlType type, Scalar value, Expression place) {
        if (Conversion.distance(value.type(), type).isEmpty()) {
            throw EXPECTED_TYPE.at(place.span(), type, value.type()).toException();
        }
        return Conversion.to(type, value);
    }
}
