package io.adxflow.kql.sql;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.UnnestColumn;
import java.util.ArrayList;
import java.util.List;

/** Arrays taken apart: one step makes lists of elements, the next one gives each element a row. */
final class UnnestSql {
    private UnnestSql() {}

    static String of(Relation.Unnest unnest, RelationSql relations) {
        RowSql row = relations.over(relations.step(unnest.input()));
        String most = unnest.limit()
                .map(limit -> "[:" + relations.constant(limit) + "]")
                .orElse("");
        List<String> lists = new ArrayList<>();
        List<String> columns = new ArrayList<>();
        for (Field field : relations.needed(unnest.input().header())) {
            columns.add(Sql.name(field));
        }
        List<String> lengths = new ArrayList<>();
        for (UnnestColumn column : unnest.columns()) {
            String list = "l" + column.element().id();
            String array = row.of(List.of(column.array()), true).get(0);
            boolean isText = column.element().type() == KqlType.STRING;
            String elements = isText ? texts(array, column.bags()) : elements(array, column.bags());
            lists.add("(" + elements + ")" + most + " AS " + list);
            lengths.add("len(" + list + ")");
            String element = isText ? "coalesce(unnest(" + list + "), '')" : "nullif(unnest(" + list + "), 'null')";
            columns.add(RelationSql.as(element, column.element()));
        }
        if (relations.isNeeded(unnest.index())) {
            String longest = "greatest(" + String.join(", ", lengths) + ")";
            columns.add(RelationSql.as("unnest(range(" + longest + "))", unnest.index()));
        }
        String opened = relations.steps().add("SELECT *, " + String.join(", ", lists) + " FROM " + row.rows());
        return relations.steps().add("SELECT " + String.join(", ", columns) + " FROM " + opened);
    }

    /** JSON texts: the elements of an array, the properties of a bag, or the one value that is neither. */
    private static String elements(String array, UnnestColumn.Bags bags) {
        return cases(array, "json_extract(" + array + ", '$[*]')::VARCHAR[]", bags, array);
    }

    /** The same as {@code tostring()} gives them, taken out of the array in one go. */
    private static String texts(String array, UnnestColumn.Bags bags) {
        return cases(array, "json_extract_string(" + array + ", '$[*]')", bags, array + " ->> '$'");
    }

    /** Dynamic values are JSON without spaces around it, so the first character tells what they are. */
    private static String cases(String array, String elements, UnnestColumn.Bags bags, String single) {
        return "CASE WHEN starts_with(" + array + ", '[') THEN " + elements + " WHEN starts_with(" + array
                + ", '{') THEN list_transform(list_zip(json_keys(" + array + ")::VARCHAR[], json_extract(" + array
                + ", '$.*')::VARCHAR[]), lambda e: " + property(bags) + ") ELSE [" + single + "] END";
    }

    private static String property(UnnestColumn.Bags bags) {
        return switch (bags) {
            case AS_BAGS -> "'{' || to_json(e[1])::VARCHAR || ':' || e[2]::VARCHAR || '}'";
            case AS_PAIRS -> "'[' || to_json(e[1])::VARCHAR || ',' || e[2]::VARCHAR || ']'";
        };
    }
}
