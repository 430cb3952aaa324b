package io.adxflow.adx.client;

import com.azure.core.http.HttpClient;
import com.microsoft.azure.kusto.data.ClientFactory;
import com.microsoft.azure.kusto.data.ClientRequestProperties;
import com.microsoft.azure.kusto.data.StreamingClient;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends queries and commands to a cluster. A query that meets a passing failure (429, 503, no connection) is sent
 * again after a while; a command is sent once, because only its author knows whether it may run twice. Safe for use by
 * several threads.
 */
public final class AdxClient implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdxClient.class);

    private final AdxCluster cluster;
    private final AdxTransport transport;
    private final Retries retries;
    private final StreamingClient service;

    private AdxClient(AdxCluster cluster, AdxTransport transport, Retries retries) {
        this.cluster = cluster;
        this.transport = transport;
        this.retries = retries;
        try {
            this.service = ClientFactory.createStreamingClient(SignIn.to(cluster), transport);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw AdxProblem.CLUSTER_URL.with(cluster.url()).toException();
        }
    }

    /** A client for the query endpoint. No request is sent before the first query or command. */
    public static AdxClient connect(AdxCluster cluster) {
        return new AdxClient(cluster, AdxTransport.open(), Retries.standard());
    }

    /** A client that sends a query once, whatever happens: for a quick look. */
    public static AdxClient connectOnce(AdxCluster cluster) {
        return new AdxClient(cluster, AdxTransport.open(), Retries.none());
    }

    /** A client for the data management endpoint, which names the storage that takes files for ingestion. */
    public static AdxClient connectToIngestion(AdxCluster cluster) {
        return connect(cluster.ofIngestion());
    }

    static AdxClient connect(AdxCluster cluster, HttpClient wire, Retries retries) {
        return new AdxClient(cluster, new AdxTransport(wire), retries);
    }

    public AdxCluster cluster() {
        return cluster;
    }

    /**
     * The result of a query that has one, wholly in memory.
     *
     * @throws io.adxflow.base.diagnostic.UserException if ADX refuses the query or the sign-in, if the result is
     *     truncated, or if there is not exactly one
     * @throws RemoteException if ADX does not answer, or with an error that is not about the query
     */
    public AdxResult query(String database, String kql, AdxOptions options) {
        return retrying(options, attempt -> {
            try (AdxRowStream rows = open(database, kql, options, attempt, false)) {
                List<List<Object>> read = new ArrayList<>();
                rows.forEachRemaining(row -> read.add(Arrays.asList(row)));
                return new AdxResult(rows.columns(), read, rows.requestId());
            }
        });
    }

    /**
     * The result of a query as a stream of rows, which the caller closes. Only its start is retried.
     *
     * @throws io.adxflow.base.diagnostic.UserException as {@link #query}
     * @throws RemoteException as {@link #query}
     */
    public AdxRowStream stream(String database, String kql, AdxOptions options) {
        return retrying(options, attempt -> open(database, kql, options, attempt, false));
    }

    /**
     * As {@link #stream}, for a query of two results: rows, and a small one that is kept until they have been read. ADX
     * evaluates both at one moment.
     */
    public AdxRowStream streamWithSecond(String database, String kql, AdxOptions options) {
        return retrying(options, attempt -> open(database, kql, options, attempt, true));
    }

    /**
     * The first table of the answer to a control command. The command is sent once, whatever happens.
     *
     * @throws io.adxflow.base.diagnostic.UserException if ADX refuses the sign-in or the principal
     * @throws RemoteException if ADX refuses the command or does not answer; without an answer (status 0) the command
     *     may have run
     */
    public AdxResult command(String database, String csl) {
        return command(database, csl, AdxOptions.none());
    }

    /** As {@link #command(String, String)}, with a timeout, parameters or a request id. */
    public AdxResult command(String database, String csl, AdxOptions options) {
        return sendCommand(database, csl, options, Attempt.first(options));
    }

    /** As {@link #command(String, String)}, but retried like a query: for commands that only show something. */
    public AdxResult repeatableCommand(String database, String csl) {
        AdxOptions options = AdxOptions.none();
        return retrying(options, attempt -> sendCommand(database, csl, options, attempt));
    }

    /**
     * Waits before a command is sent again that ADX had no room for, or did not answer.
     *
     * @param attempt how often it was sent
     * @throws RemoteException the failure, if the thread is asked to end
     */
    public void pauseAfter(int attempt, RemoteException failure) {
        retries.waitOr(failure, retries.waitAfter(attempt, Optional.empty()));
    }

    /** @throws RemoteException if the thread is asked to end */
    void pause(Duration time) {
        retries.waitOr(new RemoteException("stopped while waiting for ADX", true, 0, "", null), time);
    }

    /** Ends nothing that others use: connections are the process's, and go when they are idle. */
    @Override
    public void close() {}

    private AdxResult sendCommand(String database, String csl, AdxOptions options, Attempt attempt) {
        if (!isCommand(csl)) {
            throw new IllegalArgumentException("not a control command: " + csl);
        }
        Failures failures = Failures.ofCommand(cluster, database, attempt.requestId());
        InputStream body = send(database, csl, options, attempt, failures);
        return TablesReader.read(body, attempt.requestId(), failures);
    }

    private AdxRowStream open(String database, String kql, AdxOptions options, Attempt attempt, boolean hasSecond) {
        if (isCommand(kql)) {
            throw AdxProblem.COMMAND_AS_QUERY.with(kql.strip()).toException();
        }
        Failures failures = Failures.ofQuery(cluster, database, attempt.requestId());
        InputStream body = send(database, kql, options, attempt, failures);
        return AdxRowStream.over(body, attempt.requestId(), failures, hasSecond);
    }

    private static boolean isCommand(String text) {
        return text.stripLeading().startsWith(".");
    }

    /** The library sends what begins with a point to the endpoint for commands, and everything else to that for queries. */
    private InputStream sendOnce(String database, String text, AdxOptions options, Attempt attempt, Failures failures) {
        ClientRequestProperties properties = RequestProperties.of(options, attempt.requestId());
        try {
            return service.executeStreamingQuery(database, text, properties);
        } catch (RuntimeException e) {
            Optional<AdxTransport.Refusal> refusal = transport.refusal(attempt.requestId());
            refusal.flatMap(AdxTransport.Refusal::retryAfter).ifPresent(attempt::serviceAsksFor);
            throw LibraryErrors.translate(e, refusal, failures);
        }
    }

    /** What a cluster refuses for its token it has not executed, so it is sent once more, with a new one. */
    private InputStream send(String database, String text, AdxOptions options, Attempt attempt, Failures failures) {
        try {
            return sendOnce(database, text, options, attempt, failures);
        } catch (UserException refused) {
            boolean isOfTheToken = refused.diagnostics().stream()
                    .anyMatch(diagnostic -> diagnostic.problem() == AdxProblem.TOKEN_REFUSED);
            if (!isOfTheToken || !SignIn.forgetToken(cluster)) {
                throw refused;
            }
            return sendOnce(database, text, options, attempt, failures);
        }
    }

    private <T> T retrying(AdxOptions options, Function<Attempt, T> call) {
        Attempt attempt = Attempt.first(options);
        while (true) {
            try {
                return call.apply(attempt);
            } catch (RemoteException failure) {
                if (!failure.isRetryable() || attempt.number() >= retries.attempts()) {
                    throw failure;
                }
                Duration wait = retries.waitAfter(attempt.number(), attempt.serviceWait());
                LOG.warn("{}; sent again in {} ms", failure.getMessage(), wait.toMillis());
                retries.waitOr(failure, wait);
                attempt = attempt.next();
            }
        }
    }
}
