import com.microsoft.azure.kusto.data.Client;
import com.microsoft.azure.kusto.data.ClientFactory;
import com.microsoft.azure.kusto.data.ClientRequestProperties;
import com.microsoft.azure.kusto.data.KustoResultSetTable;
import com.microsoft.azure.kusto.data.StreamingClient;
import com.microsoft.azure.kusto.data.auth.ConnectionStringBuilder;
import com.microsoft.azure.kusto.data.exceptions.DataServiceException;
import com.microsoft.azure.kusto.ingest.IngestClient;
import com.microsoft.azure.kusto.ingest.IngestClientFactory;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** The cluster as the SDK shows it: its clients, and what the claims about it have in common. */
class SdkCluster {
    static final String DATABASE = "db";
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Client client;
    final StreamingClient streaming;
    final IngestClient queued;
    final IngestClient streamed;
    final ManagedStreamingIngestClient managed;

    SdkCluster(String cluster) throws Exception {
        ConnectionStringBuilder connection =
                ConnectionStringBuilder.createWithAadAccessTokenAuthentication(cluster, "token");
        client = ClientFactory.createClient(connection);
        streaming = ClientFactory.createStreamingClient(connection);
        queued = IngestClientFactory.createClient(connection);
        streamed = IngestClientFactory.createStreamingIngestClient(connection);
        managed = IngestClientFactory.createManagedStreamingIngestClient(connection);
    }

    final void fails(String table, DataFormat format, String data, String code) throws Exception {
        command(".create-merge table Narrow (id:long, name:string)");
        IngestionProperties properties = properties(table);
        properties.setDataFormat(format);
        IngestionResult result = data.isEmpty()
                ? queued.ingestFromBlob(new BlobSourceInfo(blob("")), properties)
                : queued.ingestFromStream(stream(data), properties);
        failed(result, code);
    }

    final void create(String table) throws Exception {
        command(".create table " + table + " (id:long, name:string)");
    }

    final void createStreaming(String table) throws Exception {
        create(table);
        command(".alter table " + table + " policy streamingingestion enable");
    }

    static IngestionProperties properties(String table) {
        IngestionProperties properties = new IngestionProperties(DATABASE, table);
        properties.setDataFormat(DataFormat.CSV);
        properties.setReportLevel(IngestionReportLevel.FAILURES_AND_SUCCESSES);
        properties.setReportMethod(IngestionReportMethod.TABLE);
        properties.setFlushImmediately(true);
        return properties;
    }

    static void succeeded(IngestionResult result) throws Exception {
        IngestionStatus status = ended(result);
        check(status.status + " " + Objects.toString(status.details, ""), "Succeeded ");
    }

    static void failed(IngestionResult result, String code) throws Exception {
        IngestionStatus status = ended(result);
        check(
                status.status + " " + status.getFailureStatus() + " " + status.getErrorCode() + " "
                        + (status.operationId != null),
                "Failed Permanent " + code + " true");
        check(status.details.isEmpty(), false);
    }

    /** Polls the status table until it says how the ingestion ended. */
    static IngestionStatus ended(IngestionResult result) throws Exception {
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

    final void await(String table, int rows) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count(query(table)) != rows) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("table " + table + " has " + count(query(table)) + " rows");
            }
            Thread.sleep(50);
        }
    }

    /** Uploads a blob by hand and answers its address. */
    final String blob(String data) throws Exception {
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

    static StreamSourceInfo stream(String text) {
        return new StreamSourceInfo(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static FileSourceInfo file(String suffix, byte[] content) throws Exception {
        Path file = Files.createTempFile("sdk", suffix);
        file.toFile().deleteOnExit();
        Files.write(file, content);
        return new FileSourceInfo(file.toString());
    }

    static byte[] gzip(String text) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    final KustoResultSetTable query(String text) throws Exception {
        return client.executeQuery(DATABASE, text, new ClientRequestProperties())
                .getPrimaryResults();
    }

    final KustoResultSetTable command(String text) throws Exception {
        return client.executeMgmt(DATABASE, text, new ClientRequestProperties()).getPrimaryResults();
    }

    final DataServiceException refused(String query) throws Exception {
        try {
            query(query);
        } catch (DataServiceException e) {
            return e;
        }
        throw new AssertionError("the query was accepted");
    }

    static int count(KustoResultSetTable rows) {
        return rows.count();
    }

    static void check(Object actual, Object expected) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError("expected " + expected + ", found " + actual);
        }
    }
}
