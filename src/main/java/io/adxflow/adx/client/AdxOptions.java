package io.adxflow.adx.client;

import java.io.Serializable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What travels with a query beside its text, as
 * <a href="https://learn.microsoft.com/kusto/api/rest/request-properties">Request properties</a> describes it.
 *
 * @param noTruncation lifts the limits of 500,000 records and 64 MB on a result
 * @param serverTimeout how long the query may run; zero leaves it to the service, which allows four minutes
 * @param parameters values of {@code declare query_parameters}, as KQL literals
 * @param requestId the client request id, or an empty text for a random one
 */
public record AdxOptions(boolean noTruncation, Duration serverTimeout, Map<String, String> parameters, String requestId)
        implements Serializable {
    private static final AdxOptions NONE = new AdxOptions(false, Duration.ZERO, Map.of(), "");

    public AdxOptions {
        parameters = Map.copyOf(parameters);
    }

    public static AdxOptions none() {
        return NONE;
    }

    public AdxOptions withoutTruncation() {
        return new AdxOptions(true, serverTimeout, parameters, requestId);
    }

    public AdxOptions withServerTimeout(Duration timeout) {
        return new AdxOptions(noTruncation, timeout, parameters, requestId);
    }

    /** @param literal a KQL literal, for example {@code datetime(2024-01-01)} */
    public AdxOptions withParameter(String name, String literal) {
        Map<String, String> more = new LinkedHashMap<>(parameters);
        more.put(name, literal);
        return new AdxOptions(noTruncation, serverTimeout, more, requestId);
    }

    public AdxOptions withRequestId(String id) {
        return new AdxOptions(noTruncation, serverTimeout, parameters, id);
    }

    Optional<Duration> timeout() {
        return serverTimeout.isZero() ? Optional.empty() : Optional.of(serverTimeout);
    }
}
