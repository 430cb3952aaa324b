package io.adxflow.emulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * An address of the emulator with a request that it answers.
 *
 * @param path with the signature where it needs one
 */
record Endpoint(String method, String path, byte[] body, Shape shape) {
    static final String QUERY = "{\"db\":\"NetDefaultDB\",\"csl\":\"range x from 1 to 3 step 1\",\"properties\":{}}";

    private static final String QUEUED =
            "{\"blobs\":[{\"url\":\"http://127.0.0.1:1/none?sig=x\"}],\"properties\":{\"format\":\"csv\",\"enableTracking\":true}}";
    private static final String MESSAGE = "<QueueMessage><MessageText>{\"Id\":\"i\",\"DatabaseName\":\"NetDefaultDB\","
            + "\"TableName\":\"Nowhere\",\"BlobPath\":\"http://127.0.0.1:1/none\",\"ReportLevel\":1}"
            + "</MessageText></QueueMessage>";

    /** In what shape the address tells its errors. */
    enum Shape {
        KUSTO,
        STORAGE_XML,
        STORAGE_JSON
    }

    static Endpoint kusto(String method, String path, String body) {
        return new Endpoint(method, path, body.getBytes(StandardCharsets.UTF_8), Shape.KUSTO);
    }

    static Endpoint storage(String method, String path, String body) {
        Shape shape = path.contains("/table/") ? Shape.STORAGE_JSON : Shape.STORAGE_XML;
        return new Endpoint(method, path, body.getBytes(StandardCharsets.UTF_8), shape);
    }

    /**
     * Addresses of every kind.
     *
     * @param resources of ingestion, as addresses on this server
     */
    static List<Endpoint> all(Map<String, String> resources) {
        String ingest = "/v1/rest/ingest/NetDefaultDB/T?streamFormat=";
        String entity = "{\"PartitionKey\":\"p\",\"RowKey\":\"" + UUID.randomUUID() + "\",\"Status\":\"Pending\"}";
        return Stream.concat(
                        Stream.of(
                                kusto("GET", "/", ""),
                                kusto("GET", "/v1/rest/auth/metadata", ""),
                                kusto("GET", "/v1/rest/ingestion/configuration", ""),
                                storage("GET", of(resources, "TempStorage", "", "&restype=container&comp=list"), ""),
                                storage(
                                        "GET",
                                        of(resources, "SecuredReadyForAggregationQueue", "", "&comp=metadata"),
                                        ""),
                                storage(
                                        "GET",
                                        of(resources, "FailedIngestionsQueue", "/messages", "&peekonly=true"),
                                        ""),
                                storage("PUT", of(resources, "TempStorage", "/b", "&comp=block&blockid=MQ=="), "one")),
                        Stream.of(
                                kusto("POST", "/v2/rest/query", QUERY),
                                kusto("POST", "/v1/rest/query", QUERY),
                                kusto("POST", "/v1/rest/mgmt", "{\"db\":\"NetDefaultDB\",\"csl\":\".show tables\"}"),
                                kusto("POST", ingest + "csv", "1,a\n2,b\n"),
                                kusto("POST", ingest + "multijson", "[{\"a\":1,\"b\":\"x\"}]"),
                                kusto("POST", "/v1/rest/ingestion/queued/NetDefaultDB/T", QUEUED),
                                storage("PUT", of(resources, "TempStorage", "/x", ""), "content"),
                                storage(
                                        "POST",
                                        of(resources, "SecuredReadyForAggregationQueue", "/messages", ""),
                                        MESSAGE),
                                storage("POST", of(resources, "IngestionsStatusTable", "", ""), entity)))
                .toList();
    }

    private static String of(Map<String, String> resources, String type, String below, String query) {
        return resources.get(type).replace("?", below + "?") + query;
    }

    @Override
    public String toString() {
        return method + " " + path.split("[?]", 2)[0];
    }
}
