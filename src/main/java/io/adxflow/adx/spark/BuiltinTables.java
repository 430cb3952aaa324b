package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The engine {@code builtin}: our own data source. Rows stream, and only what Spark committed is ingested. */
public final class BuiltinTables implements AdxTables {
    private final SparkSession spark;

    public BuiltinTables(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public Dataset<Row> read(AdxQuery query) {
        Map<String, String> options = connection(query.cluster());
        options.put(AdxOption.QUERY, query.kql());
        options.put(AdxOption.REQUEST_PROPERTIES, RequestPropertiesJson.write(query.options()));
        if (!query.options().requestId().isEmpty()) {
            options.put(AdxOption.REQUEST_ID, query.options().requestId());
        }
        return spark.read().format(AdxTableProvider.SHORT_NAME).options(options).load();
    }

    @Override
    public StagedRows append(Dataset<Row> rows, AdxTarget target) {
        Map<String, String> options = connection(target.cluster());
        options.put(AdxOption.TABLE, target.table());
        options.put(AdxOption.REQUEST_ID, target.requestId());
        CommittedWrites.announce(target.requestId());
        try {
            rows.write()
                    .format(AdxTableProvider.SHORT_NAME)
                    .options(options)
                    .mode("append")
                    .save();
        } catch (Exception e) {
            CommittedWrites.take(target.requestId());
            Optional<RuntimeException> ours = ours(e);
            if (ours.isPresent()) {
                throw ours.get();
            }
            throw e;
        }
        long count = CommittedWrites.take(target.requestId())
                .orElseThrow(() -> new IllegalStateException("a write ended without a count: " + target.requestId()));
        return new StagedRows(count, List.of());
    }

    @Override
    public String description() {
        return "builtin (rows stream from the cluster in one slice; files through the ingestion storage)";
    }

    private static Map<String, String> connection(AdxCluster cluster) {
        Map<String, String> options = new LinkedHashMap<>();
        options.put(AdxOption.CLUSTER, cluster.url().toString());
        options.put(AdxOption.INGESTION_URI, cluster.ingestionUrl().toString());
        options.put(AdxOption.DATABASE, cluster.database());
        if (!(cluster.auth() instanceof AdxAuth.None)) {
            options.put(AdxOption.SIGN_IN, SignIns.name(cluster.auth()));
        }
        return options;
    }

    /** What we threw, without what Spark wraps around it: a checked exception, though no signature says so. */
    private static Optional<RuntimeException> ours(Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof RemoteException || cause instanceof UserException) {
                return Optional.of((RuntimeException) cause);
            }
        }
        return Optional.empty();
    }
}
