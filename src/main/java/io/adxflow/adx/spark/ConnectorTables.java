package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxRowStream;
import io.adxflow.adx.client.Quoted;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The engine {@code connector}: Microsoft's Kusto Spark connector, named by its format and its options, never compiled
 * against. It gets the whole query text, and a staging table that is ours; its own promises are not relied on.
 */
public final class ConnectorTables implements AdxTables {
    private final SparkSession spark;
    private final ConnectorRules rules;

    /** @param clock the driver's clock, which the connector compares with that of ADX */
    public ConnectorTables(SparkSession spark, Clock clock) {
        this.spark = spark;
        this.rules = new ConnectorRules(clock);
    }

    /** Always in single mode: the connector would choose by an estimate, and its two modes give different values. */
    @Override
    public Dataset<Row> read(AdxQuery query) {
        rules.checkRead(query);
        return spark.read()
                .format(ConnectorRules.FORMAT)
                .options(ConnectorOptions.ofRead(query))
                .load();
    }

    /**
     * Columns reach the connector in the order of the table, as it maps them by position. Rows are counted per
     * partition on their way.
     */
    @Override
    public StagedRows append(Dataset<Row> rows, AdxTarget target) {
        PartitionCounts counts = new PartitionCounts();
        try (AdxClient client = AdxClient.connect(target.cluster())) {
            rules.checkWrite(client, spark.conf());
            Dataset<Row> ordered = rows.select(columns(client, rows, target));
            spark.sparkContext().register(counts, "adxflow rows of " + target.requestId());
            counts.counting(ordered)
                    .write()
                    .format(ConnectorRules.FORMAT)
                    .options(ConnectorOptions.ofWrite(target))
                    .mode("append")
                    .save();
        }
        return new StagedRows(counts.rows(), counts.warnings());
    }

    @Override
    public String description() {
        return "connector (Kusto Spark connector; read in single mode, on the driver; written Transactional)";
    }

    private static Column[] columns(AdxClient client, Dataset<Row> rows, AdxTarget target) {
        AdxCluster cluster = target.cluster();
        String query = KqlText.pipe(Quoted.name(target.table()), "take 0");
        try (AdxRowStream nothing = client.stream(cluster.database(), query, AdxOptions.none())) {
            nothing.forEachRemaining(row -> {});
            List<AdxColumn> table = nothing.columns();
            CsvLayout.of(rows.schema(), table, target.table());
            return table.stream()
                    .map(column -> functions.col("`" + column.name().replace("`", "``") + "`"))
                    .toArray(Column[]::new);
        }
    }
}
