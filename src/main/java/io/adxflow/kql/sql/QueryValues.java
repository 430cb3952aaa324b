package io.adxflow.kql.sql;

import io.adxflow.kql.language.QueryContext;
import java.util.Map;

/** The named places of function templates that are the same in the whole query, as SQL literals. */
final class QueryValues {
    private QueryValues() {}

    static Map<String, String> of(QueryContext context) {
        return Map.of(
                "now", context.nowTicks() + "::BIGINT",
                "database", Sql.text(context.database()),
                "cluster", Sql.text(context.cluster()),
                "user", Sql.text(context.user()));
    }
}
