import com.microsoft.azure.kusto.data.KustoResultSetTable;
import com.microsoft.azure.kusto.data.exceptions.DataServiceException;
import com.microsoft.azure.kusto.ingest.ColumnMapping;
import com.microsoft.azure.kusto.ingest.IngestionMapping.IngestionMappingKind;
import com.microsoft.azure.kusto.ingest.IngestionProperties;
import com.microsoft.azure.kusto.ingest.IngestionProperties.DataFormat;
import com.microsoft.azure.kusto.ingest.IngestionProperties.IngestionReportLevel;
import com.microsoft.azure.kusto.ingest.IngestionProperties.IngestionReportMethod;
import com.microsoft.azure.kusto.ingest.result.IngestionResult;
import com.microsoft.azure.kusto.ingest.result.IngestionStatus;
import com.microsoft.azure.kusto.ingest.source.BlobSourceInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Ingestion through the queue, as a stream, and both. */
final class IngestionClaims extends SdkCluster {
    IngestionClaims(String cluster) throws Exception {
        super(cluster);
    }

    void addQueued(Map<String, Claim> claims) {
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

    void addFailures(Map<String, Claim> claims) {
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

    void addStreaming(Map<String, Claim> claims) {
        claims.put("a stream can be queried at once", this::streamedStream);
        claims.put("a streamed mapping is used", this::streamedMapping);
        claims.put("a streamed blob can be queried at once", this::streamedBlob);
        claims.put("without its policy a table refuses streams", this::streamingRefused);
        claims.put("managed streaming streams what is small", this::managedSmall);
        claims.put("managed streaming queues what is large", this::managedLarge);
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
}
