package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.UnnestColumn;
import io.adxflow.kql.plan.WindowAssignment;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code evaluate narrow()}: a row for each cell, with the number of its row, its column and its value as text. */
final class NarrowBinder {
    private final Frame frame;
    private final ExpandOperator.Evaluate evaluate;
    private final Span span;

    NarrowBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.evaluate = evaluate;
        this.span = evaluate.plugin().span();
    }

    Relation narrow() {
        int arguments = evaluate.plugin().arguments().size();
        if (arguments > 0) {
            throw WRONG_ARGUMENT_COUNT
                    .at(span, "narrow", arguments + " arguments")
                    .toException();
        }
        Field row = frame.session().field("Row", KqlType.LONG);
        Field column = frame.session().field("Column", KqlType.STRING);
        Field value = frame.session().field("Value", KqlType.STRING);
        Field index = frame.session().field("index", KqlType.LONG);
        Relation numbered = numbered(row);
        List<UnnestColumn> columns = List.of(
                new UnnestColumn(names(), column, UnnestColumn.Bags.AS_BAGS),
                new UnnestColumn(values(), value, UnnestColumn.Bags.AS_BAGS));
        List<OrderKey> order = List.of(ascending(row), ascending(index));
        List<Field> all = new ArrayList<>(numbered.header().fields());
        all.addAll(List.of(column, value, index));
        Header unnested = Header.of(all).withOrder(order);
        Relation cells = new Relation.Unnest(numbered, columns, index, Optional.empty(), unnested);
        return new Relation.Project(cells, List.of(), unnested.withFields(List.of(row, column, value)));
    }

    private static OrderKey ascending(Field field) {
        return new OrderKey(field, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST);
    }

    private Relation numbered(Field row) {
        List<Field> fields = new ArrayList<>(frame.input().header().fields());
        fields.add(row);
        List<Scalar> fromZero = List.of(Scalar.Constant.of(KqlType.LONG, 0L));
        WindowAssignment number =
                new WindowAssignment(row, FunctionRegistry.window("row_number").get(0), fromZero, Optional.empty());
        return new Relation.Window(
                frame.input(), List.of(number), frame.input().header().withFields(fields));
    }

    private Scalar names() {
        return frame.call(
                "pack_array",
                span,
                frame.input().header().fields().stream()
                        .map(field -> (Scalar) Scalar.Constant.of(KqlType.STRING, field.name()))
                        .toList());
    }

    private Scalar values() {
        return frame.call(
                "pack_array",
                span,
                frame.input().header().fields().stream()
                        .map(field -> frame.call("tostring", span, List.of(field.reference())))
                        .toList());
    }
}
