package io.adxflow.cli;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.http.RestClient.Answer;
import io.adxflow.base.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Sends rows to a table of an emulator, by its streaming ingestion. */
final class TableUpload {
    /** What one request takes. */
    private static final int LARGEST = 8 << 20;

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final AdxClient commands;
    private final RestClient client;
    private final String database;

    TableUpload(AdxClient commands) {
        this.commands = commands;
        this.client = new RestClient(commands.cluster().url(), TIMEOUT);
        this.database = commands.cluster().database();
    }

    /** Sends records of CSV without a line of titles, and returns how many rows the table got. */
    long csv(String table, String records) {
        return streaming(table, () -> {
            long rows = 0;
            for (CsvPieces pieces = new CsvPieces(records, LARGEST); pieces.hasNext(); ) {
                rows += send(table, "csv", pieces.next().getBytes(StandardCharsets.UTF_8));
            }
            return rows;
        });
    }

    /** Sends a file of any format that one request takes, and returns how many rows the table got. */
    long file(String table, String format, byte[] data) {
        return streaming(table, () -> send(table, format, data));
    }

    /** The table takes streams for as long as the upload is under way. */
    private long streaming(String table, LongSupplier upload) {
        String name = "['" + table.replace("\\", "\\\\").replace("'", "\\'") + "']";
        commands.command(database, ".alter table " + name + " policy streamingingestion enable");
        try {
            return upload.getAsLong();
        } finally {
            commands.command(database, ".delete table " + name + " policy streamingingestion");
        }
    }

    private long send(String table, String format, byte[] data) {
        String path = "/v1/rest/ingest/" + encoded(database) + "/" + encoded(table) + "?streamFormat=" + format;
        Answer answer = client.send("POST", path, Map.of("Content-Type", "application/octet-stream"), data);
        if (answer.status() != 200) {
            throw new RemoteException(
                    "loading into the table '" + table + "' failed: " + message(answer.body()),
                    false,
                    answer.status(),
                    "",
                    null);
        }
        return consumed(answer.body());
    }

    /** The first cell of the first row of the first table: {@code ConsumedRecordsCount}. */
    private static long consumed(String body) {
        Map<?, ?> answer = (Map<?, ?>) Json.read(body);
        Map<?, ?> table = (Map<?, ?>) ((List<?>) answer.get("Tables")).get(0);
        List<?> row = (List<?>) ((List<?>) table.get("Rows")).get(0);
        return ((Number) row.get(0)).longValue();
    }

    private static String message(String body) {
        return Json.read(body) instanceof Map<?, ?> answer
                        && answer.get("error") instanceof Map<?, ?> error
                        && error.get("@message") instanceof String text
                ? text
                : body;
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
