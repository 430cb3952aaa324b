package io.adxflow.adx.client;

import com.microsoft.azure.kusto.data.ClientRequestProperties;

/** Turns {@link AdxOptions} into what kusto-data sends. */
final class RequestProperties {
    private RequestProperties() {}

    static ClientRequestProperties of(AdxOptions options, String requestId) {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setClientRequestId(requestId);
        if (options.noTruncation()) {
            properties.setOption("notruncation", true);
        }
        options.timeout().ifPresent(timeout -> properties.setTimeoutInMilliSec(timeout.toMillis()));
        options.parameters().forEach(properties::setParameter);
        return properties;
    }
}
