package io.adxflow.kql.bind.scope;

import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.ScalarWalk;
import java.util.LinkedHashSet;
import java.util.Set;

/** The ids of the fields that an expression names, those of subqueries left out. */
public final class References {
    private References() {}

    public static Set<Integer> of(Scalar scalar) {
        Set<Integer> ids = new LinkedHashSet<>();
        scalar.accept(new ScalarWalk(column -> ids.add(column.id()), relation -> {}));
        return ids;
    }
}
