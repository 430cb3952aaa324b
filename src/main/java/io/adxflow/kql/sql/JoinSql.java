package io.adxflow.kql.sql;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.JoinKind;
import io.adxflow.kql.plan.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Joins. Null keys meet, and a side that is missing gives nulls, or empty texts, which KQL has instead. */
final class JoinSql {
    private JoinSql() {}

    static String of(Relation.Join join, RelationSql relations) {
        RowSql leftRow = relations.over(relations.step(join.left()));
        RowSql rightRow = relations.over(relations.step(join.right()));
        String on = on(join.keys(), leftRow, rightRow);
        String left = leftRow.rows();
        String right = rightRow.rows();
        return switch (join.kind()) {
            case INNERUNIQUE -> "SELECT " + columns(join, relations) + " FROM " + unique(join, left, leftRow)
                    + " AS l JOIN " + right + " AS r" + on;
            case INNER -> "SELECT " + columns(join, relations) + " FROM " + left + " AS l JOIN " + right + " AS r" + on;
            case LEFTOUTER -> outer("LEFT", join, relations, left, right, on);
            case RIGHTOUTER -> outer("RIGHT", join, relations, left, right, on);
            case FULLOUTER -> outer("FULL", join, relations, left, right, on);
            case LEFTSEMI -> "SELECT l.* FROM " + left + " AS l SEMI JOIN " + right + " AS r" + on;
            case LEFTANTI -> "SELECT l.* FROM " + left + " AS l ANTI JOIN " + right + " AS r" + on;
            case RIGHTSEMI -> "SELECT r.* FROM " + right + " AS r SEMI JOIN " + left + " AS l" + on;
            case RIGHTANTI -> "SELECT r.* FROM " + right + " AS r ANTI JOIN " + left + " AS l" + on;
        };
    }

    private static String outer(
            String side, Relation.Join join, RelationSql relations, String left, String right, String on) {
        return "SELECT " + columns(join, relations) + " FROM " + left + " AS l " + side + " JOIN " + right + " AS r"
                + on;
    }

    private static String on(List<JoinKey> keys, RowSql left, RowSql right) {
        return keys.isEmpty()
                ? " ON true"
                : keys.stream().map(key -> equal(key, left, right)).collect(Collectors.joining(" AND ", " ON ", ""));
    }

    private static String equal(JoinKey key, RowSql left, RowSql right) {
        String operator = key.left().type() == KqlType.STRING ? " = " : " IS NOT DISTINCT FROM ";
        return left.of(key.left()) + operator + right.of(key.right());
    }

    private static String unique(Relation.Join join, String left, RowSql row) {
        List<String> keys = new ArrayList<>();
        join.keys().forEach(key -> keys.add(row.of(key.left())));
        join.left().header().partition().forEach(field -> keys.add(Sql.name(field)));
        return "(SELECT DISTINCT ON (" + String.join(", ", keys) + ") * FROM " + left + ")";
    }

    private static String columns(Relation.Join join, RelationSql relations) {
        Set<Integer> leftIds = ids(join.left().header());
        JoinKind kind = join.kind();
        List<String> columns = new ArrayList<>();
        for (Field field : relations.needed(join.header())) {
            boolean isPadded = leftIds.contains(field.id()) ? kind.padsLeft() : kind.padsRight();
            columns.add(
                    isPadded && field.type() == KqlType.STRING
                            ? RelationSql.as("coalesce(" + Sql.name(field) + ", '')", field)
                            : Sql.name(field));
        }
        return RelationSql.list(columns);
    }

    private static Set<Integer> ids(Header header) {
        return header.carried().stream().map(Field::id).collect(Collectors.toSet());
    }
}
