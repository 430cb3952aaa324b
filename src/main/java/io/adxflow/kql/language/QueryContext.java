package io.adxflow.kql.language;

import java.util.Map;

/**
 * What a request brings beside its text.
 *
 * @param nowTicks the time of the query: every {@code now()} in it, in ticks of 100 ns since 0001-01-01
 * @param parameters values for {@code declare query_parameters}, as the client wrote them: KQL literals, or the bare text
 *     of a string
 * @param database the name that {@code current_database()} answers
 * @param cluster the name that {@code current_cluster_endpoint()} answers
 * @param user the name that {@code current_principal()} answers
 * @param options request options; {@code set} statements of the query go before them
 */
public record QueryContext(
        long nowTicks,
        Map<String, String> parameters,
        String database,
        String cluster,
        String user,
        Map<String, String> options) {
    public QueryContext {
        parameters = Map.copyOf(parameters);
        options = Map.copyOf(options);
    }

    /** A request without parameters or options. */
    public static QueryContext at(long nowTicks, String database) {
        return new QueryContext(nowTicks, Map.of(), database, "localhost", "", Map.of());
    }
}
