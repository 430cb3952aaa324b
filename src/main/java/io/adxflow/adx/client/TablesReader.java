package io.adxflow.adx.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the answer to a command: the first of its tables, as
 * <a href="https://learn.microsoft.com/kusto/api/rest/response">Query/management HTTP response</a> describes it.
 */
final class TablesReader {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final JsonBytes json;
    private final Failures failures;

    private TablesReader(JsonBytes json, Failures failures) {
        this.json = json;
        this.failures = failures;
    }

    /** Reads the body to its end and closes it. */
    static AdxResult read(InputStream body, String requestId, Failures failures) {
        try (JsonBytes json = new JsonBytes(body)) {
            return new TablesReader(json, failures).answer(requestId);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw failures.unreadable(e);
        } catch (IOException e) {
            throw failures.lost(e);
        }
    }

    private AdxResult answer(String requestId) throws IOException {
        json.open('{');
        AdxResult first = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            boolean isArray = json.peek() == '[';
            if (name.equals("Tables") && isArray) {
                AdxResult table = firstTable(requestId);
                first = first == null ? table : first;
            } else if (name.equals("Exceptions") && isArray) {
                throw exception();
            } else {
                json.skip();
            }
        }
        json.finish();
        if (first == null) {
            throw new IllegalArgumentException("expected at least one table");
        }
        return first;
    }

    private AdxResult firstTable(String requestId) throws IOException {
        AdxResult first = null;
        json.open('[');
        while (json.hasElement()) {
            AdxResult table = table(requestId);
            first = first == null ? table : first;
        }
        return first;
    }

    private AdxResult table(String requestId) throws IOException {
        WireRows rows = new WireRows(json);
        List<List<Object>> read = new ArrayList<>();
        json.open('{');
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            switch (name) {
                case "Columns" -> rows.readColumns();
                case "Rows" -> readRows(rows, read);
                default -> json.skip();
            }
        }
        return new AdxResult(rows.columns(), read, requestId);
    }

    private void readRows(WireRows rows, List<List<Object>> read) throws IOException {
        json.open('[');
        while (json.hasElement()) {
            if (json.peek() != '[') {
                throw exception();
            }
            read.add(Arrays.asList(rows.readRow()));
        }
    }

    /** An error that arrives as {@code {"Exceptions": ["text"]}} in place of a row or of the tables. */
    private RuntimeException exception() throws IOException {
        String text = MAPPER.readTree(json.capture()).toString();
        return failures.service(ServiceError.inAnswer("", text, true));
    }
}
