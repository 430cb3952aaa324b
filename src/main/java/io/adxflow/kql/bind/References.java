package io.adxflow.kql.bind;

import io.adxflow.kql.plan.Scalar;
import java.util.LinkedHashSet;
import java.util.Set;

/** The ids of the fields that an expression names, those of subqueries left out. */
final class References implements Scalar.Visitor<Void> {
    private final Set<Integer> ids = new LinkedHashSet<>();

    private References() {}

    static Set<Integer> of(Scalar scalar) {
        References references = new References();
        scalar.accept(references);
        return references.ids;
    }

    @Override
    public Void column(Scalar.ColumnReference column) {
        ids.add(column.id());
        return null;
    }

    @Override
    public Void constant(Scalar.Constant constant) {
        return null;
    }

    @Override
    public Void apply(Scalar.Apply apply) {
        apply.arguments().forEach(argument -> argument.accept(this));
        return null;
    }

    @Override
    public Void subquery(Scalar.Subquery subquery) {
        return null;
    }

    @Override
    public Void member(Scalar.Member member) {
        return member.value().accept(this);
    }
}
