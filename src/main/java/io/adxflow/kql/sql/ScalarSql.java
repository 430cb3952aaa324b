package io.adxflow.kql.sql;

import static io.adxflow.kql.language.KqlProblem.NESTED_TOO_DEEPLY;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Turns a scalar into a SQL expression over the columns of a step. */
final class ScalarSql implements Scalar.Visitor<String> {
    private static final Set<String> TRANSPARENT = Set.of("and", "or");
    private static final int DEEPEST = 500;
    /** SQL up to this length may stand in a statement more than once. */
    private static final int SHORT = 200;

    private static final String SUBQUERY = "(SELECT ";

    private static final List<String> RANDOM = List.of("random()", "uuid()");

    private final Map<String, String> values;
    private final Function<Relation, String> steps;
    private final UnaryOperator<String> shared;
    private int depth;

    /**
     * @param values what named places of templates stand for
     * @param steps gives the name of the step that computes a relation
     * @param shared gives short SQL for the value of long SQL, computed once
     */
    ScalarSql(Map<String, String> values, Function<Relation, String> steps, UnaryOperator<String> shared) {
        this.values = values;
        this.steps = steps;
        this.shared = shared;
    }

    /** Whether each copy of some SQL gives another value. */
    static boolean isRandom(String sql) {
        return RANDOM.stream().anyMatch(sql::contains);
    }

    String of(Scalar scalar) {
        if (++depth > DEEPEST) {
            throw NESTED_TOO_DEEPLY.at(Span.at(0), DEEPEST).toException();
        }
        String sql = scalar.accept(this);
        depth--;
        return sql;
    }

    List<String> of(List<Scalar> scalars) {
        return scalars.stream().map(this::of).toList();
    }

    Map<String, String> values() {
        return values;
    }

    /** A condition in a place where null counts as false, so functions may use cheaper SQL. */
    String condition(Scalar scalar) {
        if (scalar instanceof Scalar.Member member) {
            return isIn(member);
        }
        if (!(scalar instanceof Scalar.Apply apply)) {
            return of(scalar);
        }
        if (Alternatives.isOr(apply)) {
            Optional<String> many = Alternatives.of(apply, this);
            if (many.isPresent()) {
                return many.get();
            }
        }
        KqlFunction function = apply.function();
        if (TRANSPARENT.contains(function.name())) {
            return function.callInFilter(
                    apply.arguments().stream().map(this::condition).toList(), values);
        }
        boolean repeats = function.inFilter().orElse(function.sql()).repeats();
        return function.callInFilter(arguments(apply.arguments(), repeats), values);
    }

    @Override
    public String column(Scalar.ColumnReference column) {
        return Sql.name(column.id());
    }

    @Override
    public String constant(Scalar.Constant constant) {
        return Sql.literal(constant);
    }

    @Override
    public String apply(Scalar.Apply apply) {
        Optional<String> path = PathSql.of(apply, this::of);
        return path.orElseGet(() -> call(apply));
    }

    private String call(Scalar.Apply apply) {
        KqlFunction function = apply.function();
        return function.call(arguments(apply.arguments(), function.sql().repeats()), values);
    }

    /** @param repeats whether the template that takes the arguments may compute one of them more than once */
    List<String> arguments(List<Scalar> arguments, boolean repeats) {
        return arguments.stream()
                .map(argument -> repeats ? once(argument) : of(argument))
                .toList();
    }

    private String once(Scalar argument) {
        String sql = of(argument);
        // A copy of a subquery is computed anew, and try() refuses one.
        boolean mayRepeat = sql.length() <= SHORT && !sql.contains(SUBQUERY) && !isRandom(sql)
                || argument instanceof Scalar.Constant;
        return mayRepeat ? sql : shared.apply(sql);
    }

    @Override
    public String subquery(Scalar.Subquery subquery) {
        Field first = subquery.relation().header().fields().get(0);
        String order = OrderSql.clause(subquery.relation().header());
        String step = steps.apply(subquery.relation());
        return SUBQUERY + Sql.name(first) + " FROM " + step + order + " LIMIT 1)";
    }

    @Override
    public String member(Scalar.Member member) {
        return "coalesce(" + isIn(member) + ", false)";
    }

    /** Null where the value is null; nulls of the table would make every miss null, so they are left out. */
    private String isIn(Scalar.Member member) {
        String name = Sql.name(member.relation().header().fields().get(0));
        String step = steps.apply(member.relation());
        return "(" + of(member.value()) + " IN (SELECT " + name + " FROM " + step + " WHERE " + name + " IS NOT NULL))";
    }
}
