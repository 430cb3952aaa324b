package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Whether an expression needs nothing but one row: no table, no neighbour, no function of the user. */
final class RowLocalExpressions implements Expression.Visitor<Boolean> {
    private static final Set<String> OF_TIME = Set.of("now", "ago");
    private static final Set<String> OF_ROWS = Set.of("ingestion_time", "cursor_after", "cursor_before_or_at");

    private final Predicate<String> isScalarFunction;
    private boolean sawTime;

    RowLocalExpressions(Predicate<String> isScalarFunction) {
        this.isScalarFunction = isScalarFunction;
    }

    /** Whether any expression so far asked for the time. */
    boolean sawTime() {
        return sawTime;
    }

    boolean isLocal(Expression expression) {
        return expression.accept(this);
    }

    boolean areLocal(List<NamedExpression> expressions) {
        return expressions.stream().allMatch(each -> isLocal(each.value()));
    }

    @Override
    public Boolean literal(Expression.Literal expression) {
        return true;
    }

    @Override
    public Boolean name(Expression.Name expression) {
        return true;
    }

    @Override
    public Boolean wildcard(Expression.Wildcard expression) {
        return false;
    }

    @Override
    public Boolean call(Expression.Call expression) {
        String function = expression.function().text();
        boolean ofTime = OF_TIME.contains(function);
        sawTime |= ofTime;
        return (ofTime || OF_ROWS.contains(function) || isScalarFunction.test(function))
                && areLocal(expression.arguments());
    }

    @Override
    public Boolean member(Expression.Member expression) {
        return isLocal(expression.target());
    }

    @Override
    public Boolean memberCall(Expression.MemberCall expression) {
        return false;
    }

    @Override
    public Boolean index(Expression.Index expression) {
        return isLocal(expression.target()) && isLocal(expression.index());
    }

    @Override
    public Boolean unary(Expression.Unary expression) {
        return isLocal(expression.operand());
    }

    @Override
    public Boolean binary(Expression.Binary expression) {
        return isLocal(expression.left()) && isLocal(expression.right());
    }

    /** A name among the choices may be that of a table. */
    @Override
    public Boolean in(Expression.In expression) {
        return isLocal(expression.value())
                && expression.choices().stream()
                        .allMatch(choice -> !(choice instanceof Expression.Name) && isLocal(choice));
    }

    @Override
    public Boolean between(Expression.Between expression) {
        return isLocal(expression.value()) && isLocal(expression.low()) && isLocal(expression.high());
    }

    @Override
    public Boolean pipe(Expression.Pipe expression) {
        return false;
    }

    @Override
    public Boolean datatable(Expression.Datatable expression) {
        return false;
    }

    @Override
    public Boolean externaldata(Expression.Externaldata expression) {
        return false;
    }

    @Override
    public Boolean typeOf(Expression.TypeOf expression) {
        return true;
    }

    @Override
    public Boolean schemaOf(Expression.SchemaOf expression) {
        return false;
    }
}
