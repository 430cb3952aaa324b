package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.TimespanText;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The options of the Kusto Spark connector 7.1. It ignores what it does not know, so the names matter. */
final class ConnectorOptions {
    private static final Duration WATCHDOG = Duration.ofHours(2);
    /** Without any sign-in the connector asks the Azure CLI and then a person; an emulator takes every token. */
    private static final String NO_TOKEN = "anonymous";

    private static final String TOKEN_PROVIDER = "tokenProviderCallbackClasspath";

    private ConnectorOptions() {}

    static Map<String, String> ofRead(AdxQuery query) {
        Map<String, String> options = connection(query.cluster());
        options.put(AdxOption.QUERY, text(query));
        options.put("readMode", "ForceSingleMode");
        if (!query.options().requestId().isEmpty()) {
            options.put(AdxOption.REQUEST_ID, query.options().requestId());
        }
        return options;
    }

    static Map<String, String> ofWrite(AdxTarget target) {
        Map<String, String> options = connection(target.cluster());
        options.put(AdxOption.INGESTION_URI, target.cluster().ingestionUrl().toString());
        options.put(AdxOption.TABLE, target.table());
        options.put(AdxOption.REQUEST_ID, target.requestId());
        options.put(AdxOption.WRITE_MODE, "Transactional");
        options.put(AdxOption.TABLE_CREATE, "FailIfNotExist");
        options.put(AdxOption.POLLING_ON_DRIVER, "true");
        options.put("adjustSchema", "NoAdjustment");
        options.put("writeResultLimit", "none");
        options.put(AdxOption.TIMEOUT, String.valueOf(WATCHDOG.toSeconds()));
        return options;
    }

    /**
     * The connector drops request properties, so they are written into the query. It puts operators right behind the text, so
     * the text ends with an operator.
     */
    private static String text(AdxQuery query) {
        AdxOptions options = query.options();
        String truncation = options.noTruncation() ? "set notruncation;\n" : "";
        String timeout = options.serverTimeout().isZero()
                ? ""
                : "set servertimeout=time(" + TimespanText.of(options.serverTimeout()) + ");\n";
        return truncation + timeout + KqlText.withoutEnd(query.kql());
    }

    private static Map<String, String> connection(AdxCluster cluster) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(AdxOption.CLUSTER, cluster.url().toString());
        options.put(AdxOption.DATABASE, cluster.database());
        if (cluster.auth() instanceof AdxAuth.None) {
            options.put(AdxOption.ACCESS_TOKEN, NO_TOKEN);
        } else {
            options.put(TOKEN_PROVIDER, ConnectorTokens.class.getName());
            options.put(AdxOption.SIGN_IN, SignIns.name(cluster.auth()));
        }
        return options;
    }
}
