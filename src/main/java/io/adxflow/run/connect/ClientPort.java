package io.adxflow.run.connect;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.run.commit.AdxPort;
import io.adxflow.run.model.RequestIds;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Sends commands to a cluster's default database. A command that was throttled (429, 503) was not executed and is sent
 * again after a while; without an answer only a question is asked again, for whatever changes something may have run.
 */
public final class ClientPort implements AdxPort {
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final AdxClient client;
    private final String runId;
    private final AtomicInteger commands = new AtomicInteger();

    /** @param runId is in the client request id of every command */
    public ClientPort(AdxClient client, String runId) {
        this.client = client;
        this.runId = runId;
    }

    @Override
    public AdxResult command(String csl) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                return client.command(client.cluster().database(), csl, named());
            } catch (RemoteException failure) {
                if (attempt == ATTEMPTS || !maySendAgain(csl, failure)) {
                    throw failure;
                }
            }
            pause(pause);
            pause = pause.multipliedBy(2);
        }
    }

    @Override
    public void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new RemoteException("stopped while waiting for ADX", true, 0, "", stop);
        }
    }

    private AdxOptions named() {
        return AdxOptions.none().withRequestId(RequestIds.of(runId, "command-" + commands.incrementAndGet()));
    }

    private static boolean maySendAgain(String csl, RemoteException failure) {
        boolean throttled = failure.status() == 429 || failure.status() == 503;
        return throttled || failure.isRetryable() && csl.startsWith(".show ");
    }
}
