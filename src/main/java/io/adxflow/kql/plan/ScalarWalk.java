package io.adxflow.kql.plan;

import java.util.function.Consumer;

/** Goes through an expression and hands over what it is made of. */
public final class ScalarWalk implements Scalar.Visitor<Void> {
    private final Consumer<Scalar.ColumnReference> columns;
    private final Consumer<Relation> relations;

    /**
     * @param columns is given each column that the expression names
     * @param relations is given each row set that the expression asks; the walk does not enter it
     */
    public ScalarWalk(Consumer<Scalar.ColumnReference> columns, Consumer<Relation> relations) {
        this.columns = columns;
        this.relations = relations;
    }

    @Override
    public Void column(Scalar.ColumnReference column) {
        columns.accept(column);
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
        relations.accept(subquery.relation());
        return null;
    }

    @Override
    public Void member(Scalar.Member member) {
        relations.accept(member.relation());
        return member.value().accept(this);
    }
}
