package io.adxflow.kql.sql;

import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.QueryContext;
import java.util.Map;
import java.util.OptionalLong;

/** The time of a query, which {@code set query_now} may fix. */
public final class QueryTime {
    private static final String OPTION = "query_now";

    private QueryTime() {}

    /** The context with the time that the options name, as ticks or as a datetime; without one, as it is. */
    public static QueryContext of(QueryContext context, Map<String, String> options) {
        OptionalLong ticks = ticks(options.getOrDefault(OPTION, ""));
        return ticks.isEmpty()
                ? context
                : new QueryContext(
                        ticks.getAsLong(),
                        context.parameters(),
                        context.database(),
                        context.cluster(),
                        context.user(),
                        context.options());
    }

    private static OptionalLong ticks(String text) {
        return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : DatetimeText.ticks(text);
    }
}
