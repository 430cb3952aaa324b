package io.adxflow.run.spark;

import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.spark.AdxQuery;
import io.adxflow.adx.spark.AdxTables;
import io.adxflow.job.model.FileFormat;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import io.adxflow.run.connect.SecretValues;
import io.adxflow.run.model.RequestIds;
import io.adxflow.run.model.SourceKql;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Opens the sources of a job. Nothing is read here but schemas. */
final class SourceTables {
    private final SparkSession session;
    private final SparkOptions options;
    private final AdxTables engine;
    private final AdxCluster cluster;
    private final String runId;

    SourceTables(
            SparkSession session, Job job, SecretValues secrets, AdxTables engine, AdxCluster cluster, String runId) {
        this.session = session;
        this.options = new SparkOptions(session, secrets, job.text());
        this.engine = engine;
        this.cluster = cluster;
        this.runId = runId;
    }

    Dataset<Row> open(Source source) {
        if (source instanceof Source.File file) {
            return file(file);
        }
        if (source instanceof Source.SparkTable table) {
            return session.table(table.table().value());
        }
        if (source instanceof Source.SparkFormat format) {
            return session.read()
                    .format(format.format().value())
                    .options(options.of(format.options()))
                    .load();
        }
        AdxOptions asked = AdxOptions.none()
                .withoutTruncation()
                .withRequestId(RequestIds.of(runId, source.name().value()));
        return engine.read(new AdxQuery(cluster, SourceKql.of(source).orElseThrow(), asked));
    }

    private Dataset<Row> file(Source.File file) {
        DataFrameReader reader = session.read().format(format(file.format()));
        if (file.format() == FileFormat.CSV) {
            reader.options(Map.of("header", "true", "inferSchema", "true"));
        }
        return reader.options(options.of(file.options())).load(file.place().location());
    }

    static String format(FileFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }
}
