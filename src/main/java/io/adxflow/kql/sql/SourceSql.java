package io.adxflow.kql.sql;

import io.adxflow.kql.language.HiddenColumn;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Relations that read no other relation. */
final class SourceSql {
    private SourceSql() {}

    static String scan(Relation.Scan scan, RelationSql relations) {
        List<String> columns = new ArrayList<>();
        List<Field> fields = scan.header().fields();
        for (int i = 0; i < fields.size(); i++) {
            if (relations.isNeeded(fields.get(i))) {
                columns.add(RelationSql.as("t.c" + i, fields.get(i)));
            }
        }
        for (HiddenColumn hidden : HiddenColumn.values()) {
            Field field = scan.header().hidden().get(hidden);
            if (field != null && relations.isNeeded(field)) {
                columns.add(RelationSql.as("t." + hidden.sqlName(), field));
            }
        }
        return "SELECT " + RelationSql.list(columns) + " FROM " + scan.table().relation() + " AS t";
    }

    static String values(Relation.Values values, RelationSql relations) {
        List<Field> fields = new ArrayList<>(values.header().fields());
        fields.add(values.position());
        if (values.rows().isEmpty()) {
            return fields.stream()
                    .map(field -> RelationSql.as("NULL::" + Sql.type(field.type()), field))
                    .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
        }
        List<String> rows = new ArrayList<>();
        for (List<Scalar> row : values.rows()) {
            List<String> cells =
                    new ArrayList<>(row.stream().map(relations::constant).toList());
            cells.add(rows.size() + "::BIGINT");
            rows.add("(" + String.join(", ", cells) + ")");
        }
        return "SELECT * FROM (VALUES " + String.join(", ", rows) + ") AS v("
                + fields.stream().map(Sql::name).collect(Collectors.joining(", ")) + ")";
    }

    /** Real steps are multiplied, not added up, so that errors do not grow. */
    static String range(Relation.Range range, RelationSql relations) {
        Field field = range.header().fields().get(0);
        String from = relations.constant(range.from());
        String to = relations.constant(range.to());
        String step = relations.constant(range.step());
        if (field.type() != KqlType.REAL && field.type() != KqlType.DECIMAL) {
            return "SELECT i AS " + Sql.name(field) + " FROM generate_series(" + from + ", " + to + ", " + step
                    + ") AS g(i)";
        }
        String count = "floor((" + to + " - " + from + ") / " + step + ")::BIGINT";
        return "SELECT (" + from + " + i * " + step + ")::" + Sql.type(field.type()) + " AS " + Sql.name(field)
                + " FROM generate_series(0, " + count + ") AS g(i)";
    }
}
