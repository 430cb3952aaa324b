package io.adxflow.kql.sql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Values that expressions over the rows of a step need more than once: columns that selects around the step add. A value that
 * is made of others stands one select further out, so a statement is as long as its query, however deep calls are nested.
 */
final class SharedValues {
    private static final Pattern NAME = Pattern.compile("shared\\d+");

    private final String input;
    private final Steps steps;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Integer> levelOf = new HashMap<>();
    private final List<List<String>> levels = new ArrayList<>();

    SharedValues(String input, Steps steps) {
        this.input = input;
        this.steps = steps;
    }

    /** The name of the column that holds the value of an expression. */
    String column(String sql) {
        String known = names.get(sql);
        if (known != null) {
            return known;
        }
        String name = steps.nextShared();
        int level = NAME.matcher(sql)
                .results()
                .map(MatchResult::group)
                .mapToInt(inner -> levelOf.getOrDefault(inner, -1) + 1)
                .max()
                .orElse(0);
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        levels.get(level).add(sql + " AS " + name);
        if (!ScalarSql.isRandom(sql)) {
            names.put(sql, name);
        }
        levelOf.put(name, level);
        return name;
    }

    /** The names of the columns, for those who must not pass them on. */
    List<String> columns() {
        return List.copyOf(levelOf.keySet());
    }

    /** The input with the columns. */
    String rows() {
        String rows = input;
        for (List<String> level : levels) {
            rows = "(SELECT *, " + String.join(", ", level) + " FROM " + rows + ")";
        }
        return rows;
    }
}
