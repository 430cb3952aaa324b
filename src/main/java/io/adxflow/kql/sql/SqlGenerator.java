package io.adxflow.kql.sql;

import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.plan.Relation;
import java.util.stream.Collectors;

/** Turns a relation into one DuckDB statement whose columns are those of the relation, by position. */
public final class SqlGenerator {
    private SqlGenerator() {}

    public static String generate(Relation relation, QueryContext context) {
        Steps steps = new Steps();
        RelationSql relations = new RelationSql(steps, QueryValues.of(context), NeededFields.of(relation));
        String last = relations.step(relation);
        String columns = relation.header().fields().isEmpty()
                ? "NULL AS nothing"
                : relation.header().fields().stream().map(Sql::name).collect(Collectors.joining(", "));
        String order = relation.header().isSerialized() ? OrderSql.clause(relation.header()) : "";
        return steps.statement("SELECT " + columns + " FROM " + last + order);
    }
}
