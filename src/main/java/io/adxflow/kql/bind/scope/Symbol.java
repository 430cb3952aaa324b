package io.adxflow.kql.bind.scope;

import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.FunctionBody;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import java.util.List;

/** What a name stands for that a statement, a parameter or {@code as} introduced. */
public sealed interface Symbol {
    /** A value. A parameter of an inlined function stands for its argument, so the scalar may name the caller's columns. */
    record Value(Scalar scalar) implements Symbol {}

    /** A row set. */
    record Table(SharedRelation shared) implements Symbol {
        public static Table of(Relation relation) {
            return new Table(new SharedRelation(relation));
        }
    }

    /**
     * A function; its body is bound anew for each call, where it was declared.
     *
     * @param home of the database in which its names mean something
     */
    record Function(
            String name,
            List<FunctionParameter> parameters,
            FunctionBody body,
            Scope scope,
            Visibility visibility,
            Catalog home)
            implements Symbol {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }

    /** A step of {@code scan}: the columns of the last row that matched it. */
    record Step(Header memory) implements Symbol {}

    /** A value of the row around a subquery, which the subquery cannot ask for. */
    record OuterRow() implements Symbol {}

    /** A name whose value is wrong: using it is not another mistake. */
    record Broken() implements Symbol {}

    /** Where a function comes from, and whether wildcards find it. */
    enum Visibility {
        PLAIN,
        VIEW,
        /** A function of the database, whose text is not that of the query. */
        STORED
    }
}
