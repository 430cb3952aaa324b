package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_TYPE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;

/** {@code in}, {@code has_any} and their relatives: over a list of values, an array, or the first column of a table. */
final class MembershipBinder {
    private final ScalarBinder scalars;

    MembershipBinder(ScalarBinder scalars) {
        this.scalars = scalars;
    }

    Scalar bind(Expression.In in) {
        if (in.choices().size() == 1 && Tabularity.isTable(in.choices().get(0), scalars)) {
            return ofTable(in);
        }
        List<Expression> parts = new ArrayList<>(List.of(in.value()));
        parts.addAll(in.choices());
        return scalars.call(
                in.operator().symbol(),
                in.span(),
                scalars.bindAll(parts),
                parts.stream().map(Expression::span).toList());
    }

    private Scalar ofTable(Expression.In in) {
        Scalar value = scalars.bind(in.value());
        Relation table = scalars.session()
                .tables(scalars.scope().withoutRows())
                .bind(in.choices().get(0));
        return switch (in.operator()) {
            case IN -> member(value, table, in);
            case NOT_IN -> not(member(value, table, in), in.span());
            case IN_FOLDED -> member(folded(value, in.span()), folded(table, in.span()), in);
            case NOT_IN_FOLDED -> not(member(folded(value, in.span()), folded(table, in.span()), in), in.span());
            case HAS_ANY, HAS_ALL -> ofSet(value, table, in);
        };
    }

    private Scalar member(Scalar value, Relation table, Expression.In in) {
        KqlType held = table.header().fields().get(0).type();
        KqlType common = Conversion.common(List.of(value.type(), held))
                .orElseThrow(() ->
                        EXPECTED_TYPE.at(in.value().span(), held, value.type()).toException());
        return new Scalar.Member(Conversion.to(common, value), converted(table, common));
    }

    private Relation converted(Relation table, KqlType type) {
        Field first = table.header().fields().get(0);
        return first.type() == type ? table : computed(table, Conversion.to(type, first.reference()));
    }

    private Relation folded(Relation table, Span span) {
        return computed(table, folded(table.header().fields().get(0).reference(), span));
    }

    private Scalar folded(Scalar value, Span span) {
        return scalars.call("tolower", span, List.of(value), List.of(span));
    }

    private Relation computed(Relation table, Scalar value) {
        Field field = scalars.session().field(table.header().names().get(0), value.type());
        return new Relation.Project(table, List.of(new Assignment(field, value)), Header.of(List.of(field)));
    }

    private Scalar not(Scalar value, Span span) {
        return scalars.call("not", span, List.of(value), List.of(span));
    }

    /** The different values of the first column as an array, which is computed once. */
    private Scalar ofSet(Scalar value, Relation table, Expression.In in) {
        Span span = in.choices().get(0).span();
        AggregateCalls aggregates = new AggregateCalls(scalars.session());
        Scalar first = table.header().fields().get(0).reference();
        Expression.Call call =
                (Expression.Call) new Calls(span).call("make_set", in.choices().get(0));
        Field set = aggregates.add(call, List.of(first), List.of(span));
        Relation one = new Relation.Aggregate(table, List.of(), aggregates.found(), Header.of(List.of(set)));
        return scalars.call(
                in.operator().symbol(),
                in.span(),
                List.of(value, new Scalar.Subquery(one)),
                List.of(in.value().span(), span));
    }
}
