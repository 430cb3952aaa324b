package io.adxflow.emulator.endpoint;

import static io.adxflow.kql.language.KqlType.LONG;
import static io.adxflow.kql.language.KqlType.STRING;

import io.adxflow.base.http.Body;
import io.adxflow.base.http.ContentCoding;
import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.CommandResult;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.protocol.RequestInfo;
import io.adxflow.emulator.protocol.TablesV1;
import io.adxflow.emulator.storage.Storage;
import io.adxflow.emulator.store.Database;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code /v1/rest/ingest/{database}/{table}}: streaming ingestion. The rows can be queried when the answer comes.
 *
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/streaming-ingest">Streaming ingest HTTP request</a>
 */
final class IngestEndpoint {
    /** Clients send larger data through the queue. */
    private static final int LARGEST = 16 << 20;

    private static final Schema ANSWER = Schema.of(
            new Column("ConsumedRecordsCount", LONG),
            new Column("UpdatePolicyStatus", STRING),
            new Column("UpdatePolicyFailureCode", STRING),
            new Column("UpdatePolicyFailureReason", STRING));

    private final Ingestions ingestions;
    private final Databases databases;
    private final Storage storage;
    private final Exchanges exchanges;
    private final AccessCheck access;

    IngestEndpoint(
            Ingestions ingestions, Databases databases, Storage storage, Exchanges exchanges, AccessCheck access) {
        this.ingestions = ingestions;
        this.databases = databases;
        this.storage = storage;
        this.exchanges = exchanges;
        this.access = access;
    }

    Response stream(Request request) throws IOException {
        RequestInfo info = exchanges.info(request);
        Database database = databases.named(request.pathParameter("database"));
        String table = request.pathParameter("table");
        access.of(request).requireOnTable(Right.INGEST, database, table);
        StreamingPolicy.require(database, table);
        Map<String, String> properties = new TreeMap<>();
        properties.put("format", request.queryParameter("streamFormat").orElse("csv"));
        request.queryParameter("mappingName").ifPresent(name -> properties.put("ingestionMappingReference", name));
        boolean isAddress = request.queryParameter("sourceKind").orElse("").equalsIgnoreCase("uri");
        long records = isAddress ? ofAddress(request, properties) : ofBody(request, properties);
        List<Object> row = CommandResult.row(records, "Inactive", "Unknown", null);
        Body body = out -> TablesV1.writeCommand(ANSWER, List.of(row), out);
        return exchanges.respond(request, info, Response.json(200, body));
    }

    private long ofBody(Request request, Map<String, String> properties) throws IOException {
        byte[] data = ContentCoding.unpacked(request.body()).readNBytes(LARGEST + 1);
        if (data.length > LARGEST) {
            throw new HttpException(413, "streaming ingestion takes " + LARGEST + " bytes at most: queue larger data");
        }
        String blob = storage.keep(data);
        try {
            return ingest(request, blob, properties);
        } finally {
            storage.drop(blob);
        }
    }

    /** Clients write the name of the member differently. */
    private long ofAddress(Request request, Map<String, String> properties) throws IOException {
        if (Json.read(request.text(LARGEST)) instanceof Map<?, ?> body) {
            for (Map.Entry<?, ?> member : body.entrySet()) {
                if ("sourceUri".equalsIgnoreCase(String.valueOf(member.getKey()))
                        && member.getValue() instanceof String uri) {
                    return ingest(request, uri, properties);
                }
            }
        }
        throw new HttpException(400, "the request body needs a text 'sourceUri'");
    }

    private long ingest(Request request, String blob, Map<String, String> properties) {
        return ingestions.ingest(request.pathParameter("database"), request.pathParameter("table"), blob, properties);
    }
}
