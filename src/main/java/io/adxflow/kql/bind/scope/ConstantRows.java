package io.adxflow.kql.bind.scope;

import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.List;
import java.util.Map;

/** Rows that are written down, in the order in which they are. */
public final class ConstantRows {
    private ConstantRows() {}

    public static Relation of(Session session, List<Field> fields, List<List<Scalar>> rows) {
        Field position = session.positionField();
        List<OrderKey> order = List.of(new OrderKey(position, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST));
        return new Relation.Values(rows, position, new Header(fields, Map.of(), order, false, List.of()));
    }

    /** One row without columns. */
    public static Relation one(Session session) {
        return of(session, List.of(), List.of(List.of()));
    }
}
