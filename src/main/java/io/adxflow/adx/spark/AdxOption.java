package io.adxflow.adx.spark;

/** The options of the data source, under the names that the Kusto Spark connector gave them. */
final class AdxOption {
    /** URL of the query endpoint. */
    static final String CLUSTER = "kustoCluster";
    /** URL of the data management endpoint, where it is not {@code ingest-} and the cluster. */
    static final String INGESTION_URI = "kustoIngestionUri";

    static final String DATABASE = "kustoDatabase";
    /** KQL, or the name of a table. */
    static final String QUERY = "kustoQuery";
    /** The table that takes the rows. */
    static final String TABLE = "kustoTable";

    static final String ACCESS_TOKEN = "accessToken";
    static final String APP_ID = "kustoAadAppId";
    static final String APP_SECRET = "kustoAadAppSecret";
    static final String AUTHORITY = "kustoAadAuthorityID";
    /** Ours: the name of a sign-in of this JVM, in the place of the four above. */
    static final String SIGN_IN = "adxflowSignIn";
    /** The client request id. */
    static final String REQUEST_ID = "requestId";
    /** JSON with {@code Options} ({@code notruncation}, {@code servertimeout}) and {@code Parameters}. */
    static final String REQUEST_PROPERTIES = "clientRequestPropertiesJson";
    /** {@code false} leaves filters, aggregates, sorts and limits to Spark. */
    static final String FILTER_PUSH_DOWN = "queryFilterPushDown";
    /** In how many slices a table is read; without it as many as it has rows for. */
    static final String PARTITIONS = "numPartitions";
    /** {@code string} or {@code interval}: what a timespan becomes in Spark. */
    static final String TIMESPAN_TYPE = "timespanType";
    /** Seconds to wait for an ingestion. */
    static final String TIMEOUT = "timeoutLimit";
    /** Megabytes of text, before compression, after which a task begins another file. */
    static final String BATCHING_LIMIT = "clientBatchingLimit";
    /** Accepted and without effect: this engine has one way to read. */
    static final String READ_MODE = "readMode";
    /** Spark's own option of a stream. */
    static final String CHECKPOINT = "checkpointLocation";
    /** {@code Transactional} only. */
    static final String WRITE_MODE = "writeMode";
    /** {@code FailIfNotExist} only. */
    static final String TABLE_CREATE = "tableCreateOptions";
    /** Accepted and without effect: the driver always polls. */
    static final String POLLING_ON_DRIVER = "pollingOnDriver";

    private AdxOption() {}
}
