package io.adxflow.kql.bind.scope;

import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A row set with a name. It is bound once; every use after the first gets fields of its own. */
public final class SharedRelation {
    private final Relation relation;
    private int uses;

    public SharedRelation(Relation relation) {
        this.relation = relation;
    }

    public Header header() {
        return relation.header();
    }

    public Relation use(Session session) {
        return uses++ == 0 ? relation : again(session);
    }

    private Relation again(Session session) {
        Header header = relation.header();
        Map<Integer, Field> fresh = new HashMap<>();
        List<Assignment> assignments = new ArrayList<>();
        for (Field field : header.carried()) {
            Field copy = session.copy(field);
            fresh.put(field.id(), copy);
            assignments.add(new Assignment(copy, field.reference()));
        }
        return new Relation.Project(relation, assignments, Headers.replaced(header, fresh));
    }
}
