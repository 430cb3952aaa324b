package io.adxflow.kql.bind.operator;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.List;
import java.util.Optional;

/** {@code top-hitters}: the values with the most rows, or the greatest sum. Kusto approximates them; these are exact. */
public final class TopHittersBinder {
    private final Frame frame;

    public TopHittersBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation topHitters(GroupOperator.TopHitters top) {
        String name = name(top.of());
        Scalar of = frame.scalars().bind(top.of().value());
        Field key = frame.session().field(name, of.type());
        AggregateCalls aggregates = new AggregateCalls(frame.session());
        Field hits = weighed(top, aggregates)
                .named(top.weight()
                        .map(weight -> "approximate_sum_" + name(weight))
                        .orElse("approximate_count_" + name));
        Relation groups = new Relation.Aggregate(
                frame.input(), List.of(new Assignment(key, of)), aggregates.found(), Header.of(List.of(key, hits)));
        OrderKey most = new OrderKey(hits, OrderKey.Direction.DESCENDING, OrderKey.Nulls.LAST);
        OrderKey tie = new OrderKey(key, OrderKey.Direction.DESCENDING, OrderKey.Nulls.LAST);
        Relation sorted = new Relation.Sort(groups, groups.header().withOrder(List.of(most, tie)));
        return new Relation.Limit(sorted, RowBinder.rows(frame, top.rows()));
    }

    private Field weighed(GroupOperator.TopHitters top, AggregateCalls aggregates) {
        Span span = top.span();
        Optional<Scalar> weight = top.weight().map(named -> frame.scalars().bind(named.value()));
        Expression.Name function = new Expression.Name(span, weight.isPresent() ? "sum" : "count");
        List<Scalar> arguments = weight.map(List::of).orElse(List.of());
        List<Span> spans = weight.map(value -> List.of(span)).orElse(List.of());
        return aggregates.add(new Expression.Call(span, function, List.of()), arguments, spans);
    }

    private static String name(NamedExpression expression) {
        return expression.name().map(Expression.Name::text).orElseGet(() -> ResultNames.of(expression.value())
                .orElse("Column1"));
    }
}
