package io.adxflow.kql.bind.operator;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.UnnestColumn;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Rows made of all rows at once: a value of each row goes into one array, a function makes another array of it, whose elements
 * are rows again. Partitions stay apart.
 */
final class Gathering {
    private final Frame frame;
    private final Span span;

    Gathering(Frame frame, Span span) {
        this.frame = frame;
        this.span = span;
    }

    /** The rows that come out: an element, and its place from zero. */
    record Elements(Relation rows, Field element, Field index) {}

    Elements of(Scalar value, UnaryOperator<Scalar> function) {
        AggregateCalls aggregates = new AggregateCalls(frame.session());
        Expression.Call call = new Expression.Call(span, new Expression.Name(span, "make_list_with_nulls"), List.of());
        Field list = aggregates.add(call, List.of(value), List.of(span));
        List<Field> partition = frame.input().header().partition();
        List<Assignment> keys = new ArrayList<>();
        partition.forEach(field -> keys.add(new Assignment(field, field.reference())));
        Header header = Header.of(List.of(list)).partitionedBy(partition);
        Relation gathered = new Relation.Aggregate(frame.input(), keys, aggregates.found(), header);
        Field result = frame.session().field("result", KqlType.DYNAMIC);
        Relation computed = new Relation.Project(
                gathered,
                List.of(new Assignment(result, function.apply(list.reference()))),
                header.withFields(List.of(result)));
        Field element = frame.session().field("element", KqlType.DYNAMIC);
        Field index = frame.session().field("index", KqlType.LONG);
        Relation rows = new Relation.Unnest(
                computed,
                List.of(new UnnestColumn(result.reference(), element, UnnestColumn.Bags.AS_BAGS)),
                index,
                Optional.empty(),
                header.withFields(List.of(element, index)));
        return new Elements(rows, element, index);
    }
}
