import com.microsoft.azure.kusto.data.Client;
import com.microsoft.azure.kusto.data.ClientFactory;
import com.microsoft.azure.kusto.data.ClientRequestProperties;
import com.microsoft.azure.kusto.data.KustoOperationResult;
import com.microsoft.azure.kusto.data.KustoResultSetTable;
import com.microsoft.azure.kusto.data.StreamingClient;
import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import com.microsoft.azure.kusto.data.exceptions.DataServiceException;
import com.microsoft.azure.kusto.ingest.ColumnMapping;
import com.microsoft.azure.kusto.ingest.IngestClient;
import com.microsoft.azure.kusto.ingest.IngestClientFactory;
import com.microsoft.azure.kusto.ingest.IngestionMapping.IngestionMappingKind;
import com.microsoft.azure.kusto.ingest.IngestionProperties;
import com.microsoft.azure.kusto.ingest.IngestionProperties.DataFormat;
import com.microsoft.azure.kusto.ingest.IngestionProperties.IngestionReportLevel;
import com.microsoft.azure.kusto.ingest.IngestionProperties.IngestionReportMethod;
import com.microsoft.azure.kusto.ingest.ManagedStreamingIngestClient;
import com.microsoft.azure.kusto.ingest.result.IngestionResult;
import com.microsoft.azure.kusto.ingest.result.IngestionStatus;
import com.microsoft.azure.kusto.ingest.source.BlobSourceInfo;
import com.microsoft.azure.kusto.ingest.source.FileSourceInfo;
import com.microsoft.azure.kusto.ingest.source.StreamSourceInfo;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/**
 * What users do with Microsoft's SDK, against the cluster that the argument names. Prints a line for each claim: {@code passed} or
 * {@code failed}, the claim, and why; separated by tabulators. Run from its source by {@code JavaSdkTest}.
 */
public final class SdkClient {
    private static final String DATABASE = "db";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Client client;
    private final StreamingClient streaming;
    private final IngestClient queued;
    private final IngestClient streamed;
    private final ManagedStreamingIngestClient managed;

    private SdkClient(String cluster) throws Exception {
        ConnectionStringBuilder connection =
                ConnectionStringBuilder.createWithAadAccessTokenAuthentication(cluster, "token");
        client = ClientFactory.createClient(connection);
        streaming = ClientFactory.createStreamingClient(connection);
        queued = IngestClientFactory.createClient(connection);
        streamed = IngestClientFactory.createStreamingIngestClient(connection);
        managed = IngestClientFactory.createManagedStreamingIngestClient(connection);
    }

    /** Something that holds, or else throws. */
    private interface Claim {
        void hold() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        SdkClient client = new SdkClient(arguments[0]);
        int failures = 0;
        for (Map.Entry<String, Claim> claim : client.claims().entrySet()) {
            try {
                claim.getValue().hold();
                System.out.println("passed\t" + claim.getKey() + "\t");
            } catch (Throwable e) {
                failures++;
                System.out.println(
                        "failed\t" + claim.getKey() + "\t" + e.toString().replaceAll("\\s+", " "));
                e.printStackTrace();
            }
        }
        System.exit(failures);
    }

    private Map<String, Claim> claims() {
        Map<String, Claim> claims = new LinkedHashMap<>();
        addQueries(claims);
        addCommands(claims);
        addQueued(claims);
        addFailures(claims);
        addStreaming(claims);
        return claims;
    }

    private void addQueries(Map<String, Claim> claims) {
        claims.put("a query answers every type", this::types);
        claims.put("parameters reach the query", this::parameters);
        claims.put("a batch answers several tables", this::batch);
        claims.put("a query can be had as text and as a stream", this::texts);
        claims.put("a mistake in a query is told with its place", this::mistake);
        claims.put("a result that is cut is an error", this::truncation);
        claims.put("fragments are understood", this::fragments);
        claims.put("a query runs no longer than its time", this::timeout);
    }

    private void addCommands(Map<String, Claim> claims) {
        claims.put("commands make and show tables", this::tables);
        claims.put("a command can be piped into a query", this::piped);
        claims.put("a missing table is a permanent error", this::missingTable);
    }

    private void addQueued(Map<String, Claim> claims) {
        claims.put("a stream is queued and ingested", this::queuedStream);
        claims.put("a file is queued and ingested", this::queuedFile);
        claims.put("a compressed file is queued and ingested", this::queuedGzip);
        claims.put("a blob is queued and ingested", this::queuedBlob);
        claims.put("a named mapping is used", this::namedMapping);
        claims.put("a mapping in the request is used", this::inlineMapping);
        claims.put("tags are kept", this::tags);
        claims.put("what is there is not ingested again", this::ifNotExists);
        claims.put("the first record can be left out", this::firstRecord);
        claims.put("without reports the rows arrive too", this::withoutReports);
        claims.put("a batch closes at its number of items", this::batching);
    }

    private void addFailures(Map<String, Claim> claims) {
        claims.put(
                "rows of unequal length are told",
                () -> fails("Narrow", DataFormat.CSV, "1,a\n2,b,c\n", "Stream_WrongNumberOfFields"));
        claims.put(
                "a quote that is not closed is told",
                () -> fails("Narrow", DataFormat.CSV, "1,\"a\n2,b\n", "Stream_ClosingQuoteMissing"));
        claims.put(
                "JSON that is broken is told",
                () -> fails("Narrow", DataFormat.MULTIJSON, "[{\"id\":1", "BadRequest_InvalidBlob"));
        claims.put("a blob without data is told", () -> fails("Narrow", DataFormat.CSV, "", "BadRequest_EmptyBlob"));
        claims.put(
                "a table that is not there is told",
                () -> fails("NoSuchTable", DataFormat.CSV, "1,a\n", "BadRequest_TableNotExist"));
        claims.put("a mapping that is not there is told", this::missingMapping);
        claims.put("a blob that is not there is told", this::missingBlob);
        claims.put("failures are shown by a command", this::shownFailures);
    }

    private void addStreaming(Map<String, Claim> claims) {
        claims.put("a stream can be queried at once", this::streamedStream);
        claims.put("a streamed mapping is used", this::streamedMapping);
        claims.put("a streamed blob can be queried at once", this::streamedBlob);
        claims.put("without its policy a table refuses streams", this::streamingRefused);
        claims.put("managed streaming streams what is small", this::managedSmall);
        claims.put("managed streaming queues what is large", this::managedLarge);
    }

    private void types() throws Exception {
        KustoResultSetTable rows = query(
                "print l = 9007199254740993, i = int(5), s = 'it\\'s', b = true, r = 1.5, w = 2.0,"
                        + " m = decimal(12.50), t = datetime(2020-01-02T03:04:05.1234567Z), ts = 1d + 1h,"
                        + " g = guid(74be27de-1e4e-49d9-b579-fe0b331d3642), d = dynamic({'a':[1,null]}), n = long(null)");
        check(rows.next(), true);
        check(rows.getLong("l"), 9007199254740993L);
        check(rows.getInt("i"), 5);
        check(rows.getString("s"), "it's");
        check(rows.getBoolean("b"), true);
        check(rows.getDouble("r"), 1.5);
        check(rows.getDouble("w"), 2.0);
        check(rows.getBigDecimal("m").doubleValue(), 12.5);
        check(rows.getKustoDateTime("t").toString(), "2020-01-02T03:04:05.123456700");
        check(rows.getString("ts"), "1.01:00:00");
        check(rows.getUUID("g").toString(), "74be27de-1e4e-49d9-b579-fe0b331d3642");
        check(rows.getJSONObject("d").toString(), "{\"a\":[1,null]}");
        check(rows.getObject("n"), null);
        check(rows.next(), false);
    }

    private void parameters() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setParameter("s", "it's \"me\"");
        properties.setParameter("l", 5L);
        properties.setParameter("r", 1.5);
        properties.setParameter("b", true);
        properties.setParameter("t", Duration.ofMinutes(61));
        properties.setParameter("d", java.time.LocalDateTime.of(2020, 1, 2, 3, 4, 5));
        properties.setTimeoutInMilliSec(60_000L);
        KustoResultSetTable rows = client.executeQuery(
                        DATABASE,
                        "declare query_parameters(s:string, l:long, r:real, b:bool, t:timespan, d:datetime); print s, l, r, b, t, d",
                        properties)
                .getPrimaryResults();
        rows.next();
        check(rows.getCurrentRow().toString(), "[it's \"me\", 5, 1.5, true, 01:01:00, 2020-01-02T03:04:05Z]");
    }

    private void batch() throws Exception {
        KustoOperationResult result =
                client.executeQuery(DATABASE, "print a = 1; print b = 'x'", new ClientRequestProperties());
        long primary = result.getResultTables().stream()
                .filter(table -> table.getTableKind().toString().equals("PrimaryResult"))
                .count();
        check(primary, 2L);
    }

    private void texts() throws Exception {
        String text = client.executeToJsonResult(DATABASE, "print x = 1", new ClientRequestProperties());
        check(text.contains("DataSetCompletion"), true);
        try (InputStream stream = streaming.executeStreamingQuery(
                DATABASE, "range i from 1 to 1000 step 1", new ClientRequestProperties())) {
            String body = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            check(body.contains("[1000]"), true);
        }
        try (InputStream stream =
                streaming.executeStreamingQuery(DATABASE, ".show version", new ClientRequestProperties())) {
            check(new String(stream.readAllBytes(), StandardCharsets.UTF_8).contains("BuildVersion"), true);
        }
    }

    private void mistake() throws Exception {
        DataServiceException e = refused("print x = 1 | wherre x > 1");
        check(e.isPermanent(), true);
        check(e.getMessage().contains("wherre"), true);
        check(refused("NoSuchTable | take 1").getMessage().contains("NoSuchTable"), true);
    }

    private void truncation() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setOption("truncationmaxrecords", 10);
        String query = "range i from 1 to 100 step 1";
        try {
            client.executeQuery(DATABASE, query, properties);
            throw new AssertionError("the result was not refused");
        } catch (DataServiceException e) {
            check(e.getMessage().contains("LimitsExceeded"), true);
        }
        properties.setOption("deferpartialqueryfailures", true);
        check(count(client.executeQuery(DATABASE, query, properties).getPrimaryResults()), 10);
        check(count(query("set notruncation; range i from 1 to 600000 step 1")), 600_000);
    }

    private void fragments() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setOption("results_v2_fragment_primary_tables", true);
        properties.setOption("results_v2_newlines_between_frames", true);
        String text = client.executeToJsonResult(DATABASE, "range i from 1 to 5 step 1", properties);
        check(text.contains("TableFragment") && text.contains("TableCompletion"), true);
    }

    private void timeout() throws Exception {
        ClientRequestProperties properties = new ClientRequestProperties();
        properties.setTimeoutInMilliSec(1000L);
        try {
            client.executeQuery(
                    DATABASE,
                    "range i from 1 to 100000 step 1 | extend k = 1"
                            + " | join kind=inner (range j from 1 to 100000 step 1 | extend k = 1) on k | summarize sum(i * j)",
                    properties);
            throw new AssertionError("the query ended");
        } catch (DataServiceException e) {
            check(e.getMessage().isEmpty(), false);
        }
    }

    private void tables() throws Exception {
        command(".create table Made (id:long, name:string)");
        command(".create-merge table Made (id:long, name:string, extra:dynamic)");
        command(".ingest inline into table Made <| 1,one,{}");
        KustoResultSetTable schema = command(".show table Made cslschema");
        schema.next();
        check(schema.getString("Schema"), "id:long,name:string,extra:dynamic");
        check(count(command(".show tables | where TableName == 'Made'")), 1);
        check(count(query("Made")), 1);
        command(".set-or-append Copied <| Made");
        check(count(query("Copied")), 1);
        command(".drop table Made");
    }

    private void piped() throws Exception {
        KustoResultSetTable rows = command(".show tables | summarize n = count()");
        rows.next();
        check(rows.getLong("n") > 0, true);
    }

    private void missingTable() throws Exception {
        try {
            command(".drop table NoSuchTable");
            throw new AssertionError("the command was accepted");
        } catch (DataServiceException e) {
            check(e.isPermanent(), true);
            check(e.getMessage().contains("NoSuchTable"), true);
        }
    }

    private void queuedStream() throws Exception {
        create("QueuedStream");
        succeeded(queued.ingestFromStream(stream("1,a\n2,b\n"), properties("QueuedStream")));
        check(count(query("QueuedStream")), 2);
    }

    private void queuedFile() throws Exception {
        create("QueuedFile");
        succeeded(queued.ingestFromFile(
                file(".csv", "1,a\n2,b\n3,\"c\"\"\n\"\n".getBytes(StandardCharsets.UTF_8)), properties("QueuedFile")));
        check(count(query("QueuedFile")), 3);
    }

    private void queuedGzip() throws Exception {
        create("QueuedGzip");
        succeeded(queued.ingestFromFile(file(".csv.gz", gzip("1,a\n2,b\n")), properties("QueuedGzip")));
        check(count(query("QueuedGzip | where name in ('a', 'b')")), 2);
    }

    private void queuedBlob() throws Exception {
        create("QueuedBlob");
        succeeded(queued.ingestFromBlob(new BlobSourceInfo(blob("1,a\n")), properties("QueuedBlob")));
        check(count(query("QueuedBlob")), 1);
    }

    private void namedMapping() throws Exception {
        create("NamedMapping");
        command(
                ".create table NamedMapping ingestion json mapping 'm' '[{\"column\":\"id\",\"Properties\":{\"path\":\"$.a.n\"}},"
                        + "{\"column\":\"name\",\"Properties\":{\"path\":\"$.b\"}}]'");
        IngestionProperties properties = properties("NamedMapping");
        properties.setDataFormat(DataFormat.JSON);
        properties.setIngestionMapping("m", IngestionMappingKind.JSON);
        succeeded(queued.ingestFromStream(stream("{\"a\":{\"n\":7},\"b\":\"x\"}\n{\"b\":\"y\"}\n"), properties));
        check(count(query("NamedMapping | where (id == 7 and name == 'x') or (isnull(id) and name == 'y')")), 2);
    }

    private void inlineMapping() throws Exception {
        create("InlineMapping");
        ColumnMapping id = new ColumnMapping("id", "long");
        id.setOrdinal(1);
        ColumnMapping name = new ColumnMapping("name", "string");
        name.setOrdinal(0);
        IngestionProperties properties = properties("InlineMapping");
        properties.setIngestionMapping(new ColumnMapping[] {id, name}, IngestionMappingKind.CSV);
        succeeded(queued.ingestFromStream(stream("a,1\nb,2\n"), properties));
        check(count(query("InlineMapping | where name == 'b' and id == 2")), 1);
    }

    private void tags() throws Exception {
        create("Tagged");
        IngestionProperties properties = properties("Tagged");
        properties.setAdditionalTags(List.of("plain"));
        properties.setDropByTags(List.of("day1"));
        properties.setIngestByTags(List.of("file1"));
        succeeded(queued.ingestFromStream(stream("1,a\n"), properties));
        KustoResultSetTable rows = query("Tagged | project t = tostring(extent_tags())");
        rows.next();
        for (String tag : List.of("\"plain\"", "\"drop-by:day1\"", "\"ingest-by:file1\"")) {
            check(rows.getString("t").contains(tag), true);
        }
    }

    private void ifNotExists() throws Exception {
        create("Once");
        IngestionProperties properties = properties("Once");
        properties.setIngestByTags(List.of("only"));
        properties.setIngestIfNotExists(List.of("only"));
        succeeded(queued.ingestFromStream(stream("1,a\n"), properties));
        IngestionStatus second = ended(queued.ingestFromStream(stream("1,a\n"), properties));
        check(second.getErrorCode(), "Skipped_IngestByTagAlreadyExists");
        check(count(query("Once")), 1);
    }

    private void firstRecord() throws Exception {
        create("Headed");
        IngestionProperties properties = properties("Headed");
        properties.setIgnoreFirstRecord(true);
        succeeded(queued.ingestFromStream(stream("id,name\n1,a\n"), properties));
        check(count(query("Headed")), 1);
    }

    private void withoutReports() throws Exception {
        create("Unreported");
        IngestionProperties properties = properties("Unreported");
        properties.setReportLevel(IngestionReportLevel.NONE);
        properties.setReportMethod(IngestionReportMethod.QUEUE);
        queued.ingestFromStream(stream("1,a\n"), properties);
        await("Unreported", 1);
    }

    private void batching() throws Exception {
        create("Batched");
        command(
                ".alter table Batched policy ingestionbatching"
                        + " '{\"MaximumBatchingTimeSpan\":\"00:30:00\",\"MaximumNumberOfItems\":2,\"MaximumRawDataSizeMB\":1024}'");
        IngestionProperties properties = properties("Batched");
        properties.setFlushImmediately(false);
        IngestionResult first = queued.ingestFromStream(stream("1,a\n"), properties);
        check(first.getIngestionStatusCollection().get(0).status.name(), "Pending");
        succeeded(queued.ingestFromStream(stream("2,b\n"), properties));
        succeeded(first);
        check(count(query("Batched | summarize by ingested = ingestion_time()")), 1);
    }

    private void missingMapping() throws Exception {
        create("Unmapped");
        IngestionProperties properties = properties("Unmapped");
        properties.setIngestionMapping("nothere", IngestionMappingKind.CSV);
        failed(queued.ingestFromStream(stream("1,a\n"), properties), "BadRequest_MappingReferenceWasNotFound");
    }

    private void missingBlob() throws Exception {
        create("Blobless");
        String address = blob("1,a\n").replaceFirst("/hand__", "/nothere__");
        failed(queued.ingestFromBlob(new BlobSourceInfo(address), properties("Blobless")), "Download_SourceNotFound");
    }

    private void shownFailures() throws Exception {
        KustoResultSetTable rows = command(
                ".show ingestion failures | where ErrorCode == 'Stream_WrongNumberOfFields' and Table == 'Narrow'");
        check(rows.next(), true);
        check(rows.getString("FailureKind"), "Permanent");
    }

    private void streamedStream() throws Exception {
        createStreaming("Streamed");
        streamed.ingestFromStream(stream("1,a\n2,b\n"), properties("Streamed"));
        check(count(query("Streamed")), 2);
        streamed.ingestFromFile(file(".csv", "3,c\n".getBytes(StandardCharsets.UTF_8)), properties("Streamed"));
        check(count(query("Streamed")), 3);
    }

    private void streamedMapping() throws Exception {
        createStreaming("StreamedJson");
        command(
                ".create table StreamedJson ingestion json mapping 'm' '[{\"column\":\"id\",\"Properties\":{\"path\":\"$.n\"}}]'");
        IngestionProperties properties = properties("StreamedJson");
        properties.setDataFormat(DataFormat.JSON);
        properties.setIngestionMapping("m", IngestionMappingKind.JSON);
        streamed.ingestFromStream(stream("{\"n\":7}\n"), properties);
        check(count(query("StreamedJson | where id == 7")), 1);
    }

    private void streamedBlob() throws Exception {
        createStreaming("StreamedBlob");
        streamed.ingestFromBlob(new BlobSourceInfo(blob("1,a\n")), properties("StreamedBlob"));
        check(count(query("StreamedBlob")), 1);
    }

    private void streamingRefused() throws Exception {
        create("NotStreamed");
        try {
            streamed.ingestFromStream(stream("1,a\n"), properties("NotStreamed"));
            throw new AssertionError("the stream was accepted");
        } catch (com.microsoft.azure.kusto.ingest.exceptions.IngestionServiceException e) {
            check(((DataServiceException) e.getCause()).isPermanent(), true);
        }
    }

    private void managedSmall() throws Exception {
        createStreaming("ManagedSmall");
        managed.ingestFromStream(stream("1,a\n"), properties("ManagedSmall"));
        check(count(query("ManagedSmall")), 1);
    }

    private void managedLarge() throws Exception {
        createStreaming("ManagedLarge");
        String rows = "1,abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz\n".repeat(200_000);
        succeeded(managed.ingestFromStream(stream(rows), properties("ManagedLarge")));
        check(count(query("ManagedLarge | count | where Count == 200000")), 1);
    }

    private void fails(String table, DataFormat format, String data, String code) throws Exception {
        command(".create-merge table Narrow (id:long, name:string)");
        IngestionProperties properties = properties(table);
        properties.setDataFormat(format);
        IngestionResult result = data.isEmpty()
                ? queued.ingestFromBlob(new BlobSourceInfo(blob("")), properties)
                : queued.ingestFromStream(stream(data), properties);
        failed(result, code);
    }

    private void create(String table) throws Exception {
        command(".create table " + table + " (id:long, name:string)");
    }

    private void createStreaming(String table) throws Exception {
        create(table);
        command(".alter table " + table + " policy streamingingestion enable");
    }

    private static IngestionProperties properties(String table) {
        IngestionProperties properties = new IngestionProperties(DATABASE, table);
        properties.setDataFormat(DataFormat.CSV);
        properties.setReportLevel(IngestionReportLevel.FAILURES_AND_SUCCESSES);
        properties.setReportMethod(IngestionReportMethod.TABLE);
        properties.setFlushImmediately(true);
        return properties;
    }

    private static void succeeded(IngestionResult result) throws Exception {
        IngestionStatus status = ended(result);
        check(status.status + " " + Objects.toString(status.details, ""), "Succeeded ");
    }

    private static void failed(IngestionResult result, String code) throws Exception {
        IngestionStatus status = ended(result);
        check(
                status.status + " " + status.getFailureStatus() + " " + status.getErrorCode() + " "
                        + (status.operationId != null),
                "Failed Permanent " + code + " true");
        check(status.details.isEmpty(), false);
    }

    /** Polls the status table until it says how the ingestion ended. */
    private static IngestionStatus ended(IngestionResult result) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        IngestionStatus status = result.getIngestionStatusCollection().get(0);
        while (status.status.name().equals("Pending")) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the ingestion stayed pending");
            }
            Thread.sleep(50);
            status = result.getIngestionStatusCollection().get(0);
        }
        return status;
    }

    private void await(String table, int rows) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count(query(table)) != rows) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("table " + table + " has " + count(query(table)) + " rows");
            }
            Thread.sleep(50);
        }
    }

    /** Uploads a blob by hand and answers its address. */
    private String blob(String data) throws Exception {
        KustoResultSetTable rows = command(".show ingestion resources | where ResourceTypeName == 'TempStorage'");
        rows.next();
        String[] container = rows.getString("StorageRoot").split("\\?", 2);
        String address = container[0] + "/hand__" + java.util.UUID.randomUUID() + ".csv?" + container[1];
        java.net.HttpURLConnection upload = (java.net.HttpURLConnection) new java.net.URL(address).openConnection();
        upload.setRequestMethod("PUT");
        upload.setRequestProperty("x-ms-blob-type", "BlockBlob");
        upload.setDoOutput(true);
        upload.getOutputStream().write(data.getBytes(StandardCharsets.UTF_8));
        check(upload.getResponseCode(), 201);
        return address;
    }

    private static StreamSourceInfo stream(String text) {
        return new StreamSourceInfo(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static FileSourceInfo file(String suffix, byte[] content) throws Exception {
        Path file = Files.createTempFile("sdk", suffix);
        file.toFile().deleteOnExit();
        Files.write(file, content);
        return new FileSourceInfo(file.toString());
    }

    private static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private KustoResultSetTable query(String text) throws Exception {
        return client.executeQuery(DATABASE, text, new ClientRequestProperties())
                .getPrimaryResults();
    }

    private KustoResultSetTable command(String text) throws Exception {
        return client.executeMgmt(DATABASE, text, new ClientRequestProperties()).getPrimaryResults();
    }

    private DataServiceException refused(String query) throws Exception {
        try {
            query(query);
        } catch (DataServiceException e) {
            return e;
        }
        throw new AssertionError("the query was accepted");
    }

    private static int count(KustoResultSetTable rows) {
        return rows.count();
    }

    private static void check(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("expected " + expected + ", found " + actual);
        }
    }
}
