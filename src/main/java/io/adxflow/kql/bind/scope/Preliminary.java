package io.adxflow.kql.bind.scope;

import io.adxflow.kql.plan.Relation;
import java.util.List;

/** Asks the data while a query is bound, for operators whose columns depend on it. */
@FunctionalInterface
public interface Preliminary {
    /** The rows of a relation whose fields are texts. */
    List<List<String>> rows(Relation relation);
}
