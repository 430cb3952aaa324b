package io.adxflow.adx.client;

import com.azure.core.http.okhttp.OkHttpAsyncHttpClientBuilder;
import java.time.Duration;

/** Clients that do not wait between attempts. */
public final class TestClients {
    private static final Retries IMPATIENT =
            new Retries(3, Duration.ofSeconds(1), Duration.ofSeconds(1), time -> {}, () -> 0);

    private TestClients() {}

    public static AdxClient impatient(AdxCluster cluster) {
        return AdxClient.connect(cluster, new OkHttpAsyncHttpClientBuilder().build(), IMPATIENT);
    }
}
