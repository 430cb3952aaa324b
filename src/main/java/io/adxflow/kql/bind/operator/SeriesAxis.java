package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNORDERED_TYPE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.AggregateCalls;
import io.adxflow.kql.bind.scalar.Conversion;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.SeriesRange;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The bins of a {@code make-series}: numbers from zero, counted from where the series begins. */
final class SeriesAxis {
    private final Frame frame;
    private final Span span;
    private final SeriesRange range;
    private final Scalar axis;
    private final Scalar from;
    private final Scalar to;
    private final Scalar step;

    SeriesAxis(Frame frame, GroupOperator.MakeSeries series) {
        this.frame = frame;
        this.span = series.axis().span();
        this.range = series.range();
        ScalarBinder scalars = frame.scalars();
        this.axis = widened(scalars.bind(series.axis().value()));
        KqlType type = axis.type();
        this.step = scalars.bindAs(type == KqlType.DATETIME ? KqlType.TIMESPAN : type, range.step());
        this.from = bound(scalars, range.from()).orElseGet(() -> edge("min", least -> call("bin", least, step)));
        this.to = bound(scalars, range.to())
                .orElseGet(() -> edge("max", most -> call("+", call("bin", most, step), step)));
    }

    private Scalar widened(Scalar value) {
        KqlType type = value.type() == KqlType.INT ? KqlType.LONG : value.type();
        if (!type.isNumber() && type != KqlType.DATETIME && type != KqlType.TIMESPAN) {
            throw UNORDERED_TYPE.at(span, type).toException();
        }
        return Conversion.to(type, value);
    }

    private Optional<Scalar> bound(ScalarBinder scalars, Optional<Expression> expression) {
        return expression.map(bound -> scalars.bindAs(axis.type(), bound));
    }

    /** What follows from the least or the greatest value of the axis in the whole input. */
    private Scalar edge(String extreme, UnaryOperator<Scalar> edge) {
        AggregateCalls calls = new AggregateCalls(frame.session());
        Expression.Name name = new Expression.Name(span, extreme);
        Field found = calls.add(new Expression.Call(span, name, List.of()), List.of(axis), List.of(span));
        Relation one = new Relation.Aggregate(frame.input(), List.of(), calls.found(), Header.of(List.of(found)));
        Scalar value = edge.apply(found.reference());
        Field field = frame.session().field("edge", value.type());
        return new Scalar.Subquery(
                new Relation.Project(one, List.of(new Assignment(field, value)), Header.of(List.of(field))));
    }

    /** The rows that lie in some bin. */
    Relation rows() {
        String below =
                switch (range.end()) {
                    case EXCLUSIVE -> "<";
                    case INCLUSIVE -> "<=";
                };
        Scalar inside = call("and", call(">=", axis, from), call(below, axis, to));
        return new Relation.Filter(frame.input(), inside);
    }

    /** The number of a row's bin. */
    Scalar bin() {
        return quotient(call("-", axis, from), step);
    }

    /** All numbers of bins as rows. */
    Relation numbers() {
        Field number = frame.session().field("number", KqlType.LONG);
        Scalar length = call("-", to, from);
        Scalar last = quotient(length, step);
        Scalar end = range.end() == SeriesRange.End.INCLUSIVE ? last : call("-", ceiling(length), number(1));
        return new Relation.Range(
                number(0), end, number(1), Header.of(List.of(number)).serialized());
    }

    /** Where the bin with this number begins. */
    Scalar start(Field number) {
        return call("+", from, call("*", number.reference(), step));
    }

    private Scalar ceiling(Scalar length) {
        Scalar whole = quotient(length, step);
        Scalar covered = call("*", whole, step);
        return call("iff", call("<", covered, length), call("+", whole, number(1)), whole);
    }

    /** How many whole steps a distance has. Ticks are divided as whole numbers: reals would lose some of them. */
    private Scalar quotient(Scalar distance, Scalar part) {
        return switch (distance.type()) {
            case TIMESPAN -> call("/", call("tolong", distance), call("tolong", part));
            case LONG -> call("/", distance, part);
            default -> call("tolong", call("bin", call("/", distance, part), Scalar.Constant.of(KqlType.REAL, 1.0)));
        };
    }

    private static Scalar number(long value) {
        return Scalar.Constant.of(KqlType.LONG, value);
    }

    private Scalar call(String function, Scalar... arguments) {
        List<Scalar> all = List.of(arguments);
        return frame.scalars()
                .call(function, span, all, all.stream().map(argument -> span).toList());
    }
}
