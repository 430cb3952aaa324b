package io.adxflow.kql.bind.operator;

import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.UnionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code search}: the rows of the input, or of many tables, in which the terms occur; {@code $table} says where from. */
public final class SearchBinder {
    private static final String SOURCE = "$table";

    private final Session session;
    private final Scope scope;

    public SearchBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    public Relation search(Optional<Relation> input, CombineOperator.Search search) {
        Relation rows = input.map(this::marked).orElseGet(() -> allTables(search));
        Frame frame = new Frame(session, scope, rows);
        return frame.orElse(rows, () -> {
            Scalar found = new SearchTerms(frame, search.kind()).bind(search.predicate());
            return new Relation.Filter(rows, found);
        });
    }

    private Relation marked(Relation input) {
        Field source = session.field(SOURCE, KqlType.STRING);
        String name =
                session.nameOf(input).or(() -> UnionBinder.tableName(input)).orElse("search_arg0");
        List<Field> fields = new ArrayList<>(List.of(source));
        fields.addAll(input.header().fields());
        return new Relation.Project(
                input,
                List.of(new Assignment(source, Scalar.Constant.of(KqlType.STRING, name))),
                input.header().withFields(fields));
    }

    private Relation allTables(CombineOperator.Search search) {
        List<Expression> tables = search.tables().isEmpty()
                ? List.of(new Expression.Wildcard(search.span(), Optional.empty(), "*"))
                : search.tables();
        return new UnionBinder(session, scope)
                .union(
                        Optional.empty(),
                        new CombineOperator.Union(
                                search.span(),
                                UnionKind.OUTER,
                                Optional.of(new Expression.Name(search.span(), SOURCE)),
                                false,
                                tables));
    }
}
