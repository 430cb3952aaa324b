package io.adxflow.kql.bind;

import io.adxflow.kql.bind.operator.DistinctBinder;
import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.plugin.PluginArguments;
import io.adxflow.kql.bind.plugin.PluginBinder;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.SharedRelation;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.ForkBranch;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.RowOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The results of an expression: {@code fork} and {@code facet} at its end give several, everything else one. */
final class BranchBinder {
    private static final String RESULT = "PrimaryResult";

    private final Session session;
    private final Scope scope;

    BranchBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /** Work that gives the rows of one result, under the name of the result. */
    record Branch(String name, Supplier<Relation> rows) {}

    List<Branch> of(Expression expression) {
        if (expression instanceof Expression.Pipe pipe && !pipe.operators().isEmpty()) {
            int last = pipe.operators().size() - 1;
            Supplier<SharedRelation> input = () -> new SharedRelation(
                    relations().operators(source(pipe), pipe.operators().subList(0, last)));
            if (pipe.operators().get(last) instanceof CombineOperator.Fork fork) {
                return fork(fork, input.get());
            }
            if (pipe.operators().get(last) instanceof CombineOperator.Facet facet) {
                return facet(facet, input.get());
            }
            if (pipe.operators().get(last) instanceof ExpandOperator.Evaluate evaluate
                    && evaluate.plugin().function().text().equals(PluginBinder.PREVIEW)) {
                return preview(evaluate, input.get());
            }
        }
        return List.of(new Branch(RESULT, () -> relations().bind(expression)));
    }

    private RelationBinder relations() {
        return new RelationBinder(session, scope);
    }

    private Optional<Relation> source(Expression.Pipe pipe) {
        return pipe.source().map(relations()::bind);
    }

    private List<Branch> fork(CombineOperator.Fork fork, SharedRelation input) {
        List<Branch> branches = new ArrayList<>();
        for (ForkBranch branch : fork.branches()) {
            String name = branch.name()
                    .or(() -> lastName(branch.subquery()))
                    .map(Expression.Name::text)
                    .orElse(RESULT);
            branches.add(new Branch(name, () -> subquery(branch.subquery(), input)));
        }
        return branches;
    }

    /** The name that {@code as} gives at the end. */
    private static Optional<Expression.Name> lastName(Expression.Pipe subquery) {
        List<Operator> operators = subquery.operators();
        return operators.isEmpty() || !(operators.get(operators.size() - 1) instanceof RowOperator.As as)
                ? Optional.empty()
                : Optional.of(as.name());
    }

    /** The subquery's rows, then how many rows each value of each column has. */
    private List<Branch> facet(CombineOperator.Facet facet, SharedRelation input) {
        List<Branch> branches = new ArrayList<>();
        facet.with().ifPresent(with -> branches.add(new Branch(RESULT, () -> subquery(with, input))));
        for (Expression column : facet.columns()) {
            Expression.Call count =
                    new Expression.Call(column.span(), new Expression.Name(column.span(), "count"), List.of());
            GroupOperator.Summarize values =
                    new GroupOperator.Summarize(facet.span(), List.of(unnamed(count)), List.of(unnamed(column)));
            branches.add(new Branch(
                    RESULT, () -> values.accept(new OperatorBinder(session, scope, Optional.of(input.use(session))))));
        }
        return branches;
    }

    /** Up to so many rows, then how many there are. */
    private List<Branch> preview(ExpandOperator.Evaluate evaluate, SharedRelation input) {
        Frame frame = new Frame(session, scope, input.use(session));
        PluginArguments arguments = new PluginArguments(frame, evaluate, List.of("NumberOfRows"), 1, false);
        Scalar rows = arguments.constant("NumberOfRows", KqlType.LONG);
        GroupOperator.Count count = new GroupOperator.Count(evaluate.span(), Optional.empty());
        return List.of(
                new Branch(RESULT, () -> new Relation.Limit(frame.input(), rows)),
                new Branch(RESULT, () -> new DistinctBinder(frame.over(input.use(session))).count(count)));
    }

    private static NamedExpression unnamed(Expression expression) {
        return new NamedExpression(expression.span(), List.of(), expression);
    }

    private Relation subquery(Expression.Pipe subquery, SharedRelation input) {
        return relations().operators(Optional.of(input.use(session)), subquery.operators());
    }
}
