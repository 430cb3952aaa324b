package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxRowStream;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The data source {@code adx}: the result of a KQL query as rows, and rows appended to a table. */
public final class AdxTableProvider implements TableProvider, DataSourceRegister {
    static final String SHORT_NAME = "adx";

    @Override
    public String shortName() {
        return SHORT_NAME;
    }

    /** Asks ADX for the columns of the query. */
    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return SparkTypes.schema(columns(AdxReadOptions.from(options)));
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> properties) {
        return new AdxTable(schema);
    }

    /** A write brings its own schema, which the table in ADX must fit. */
    @Override
    public boolean supportsExternalMetadata() {
        return true;
    }

    static List<ReadColumn> columns(AdxReadOptions options) {
        try (AdxClient client = AdxClient.connect(options.cluster());
                AdxRowStream nothing = client.stream(
                        options.cluster().database(), KqlText.pipe(options.query(), "take 0"), options.request())) {
            nothing.forEachRemaining(row -> {});
            return ReadColumn.of(nothing.columns(), options.intervals());
        }
    }
}
