package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_BOOLEAN;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;

import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scalar.WindowCalls;
import io.adxflow.kql.bind.scope.SharedRelation;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Visualization;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Property;
import io.adxflow.kql.syntax.tree.RowOperator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Operators that choose rows, or only look at them. */
public final class RowBinder {
    private final Frame frame;

    public RowBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation where(RowOperator.Where where) {
        return frame.orElse(frame.input(), () -> {
            WindowCalls windows = frame.windows();
            Scalar predicate = predicate(frame.scalars(windows), where.predicate());
            Relation kept = new Relation.Filter(windows.relation(), predicate);
            return windows.isEmpty()
                    ? kept
                    : new Relation.Project(
                            kept,
                            List.of(),
                            kept.header().withFields(frame.input().header().fields()));
        });
    }

    public static Scalar predicate(ScalarBinder scalars, Expression expression) {
        Scalar predicate = scalars.bind(expression);
        if (predicate.type() == KqlType.BOOL) {
            return predicate;
        }
        if (predicate.type() == KqlType.DYNAMIC) {
            return scalars.call("tobool", expression.span(), List.of(predicate), List.of(expression.span()));
        }
        throw EXPECTED_BOOLEAN.at(expression.span(), predicate.type()).toException();
    }

    public Relation take(RowOperator.Take take) {
        return frame.orElse(frame.input(), () -> new Relation.Limit(frame.input(), rows(frame, take.rows())));
    }

    static Scalar rows(Frame frame, Expression expression) {
        Scalar rows = ScalarBinder.constants(frame.session(), frame.scope()).bindAs(KqlType.LONG, expression);
        if (!Scalars.isConstant(rows)) {
            throw EXPECTED_CONSTANT.at(expression.span(), "the number of rows").toException();
        }
        return rows;
    }

    /** Names the rows for later unions and joins of the same statement. */
    public Relation as(RowOperator.As as) {
        SharedRelation shared = new SharedRelation(frame.input());
        Relation rows = shared.use(frame.session());
        frame.scope().redeclare(as.name().text(), new Symbol.Table(shared));
        frame.session().nameRows(rows, as.name().text());
        return rows;
    }

    public Relation consume() {
        return new Relation.Filter(frame.input(), Scalar.Constant.of(KqlType.BOOL, false));
    }

    public Relation render(RowOperator.Render render) {
        Map<String, String> properties = new HashMap<>();
        render.properties().forEach(property -> properties.put(property.name().text(), text(property)));
        frame.session().visualize(new Visualization(render.chart().text(), properties));
        return frame.input();
    }

    private String text(Property property) {
        return property.values().stream().map(this::text).collect(Collectors.joining(","));
    }

    private String text(Expression value) {
        if (value instanceof Expression.Name name) {
            return name.text();
        }
        Scalar scalar = ScalarBinder.constants(frame.session(), frame.scope()).bind(value);
        return Scalars.constant(scalar).map(Object::toString).orElse("");
    }
}
