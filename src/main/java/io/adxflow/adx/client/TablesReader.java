package io.adxflow.adx.client;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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

    private final JsonParser parser;
    private final Failures failures;

    private TablesReader(JsonParser parser, Failures failures) {
        this.parser = parser;
        this.failures = failures;
    }

    /** Reads the body to its end and closes it. */
    static AdxResult read(InputStream body, String requestId, Failures failures) {
        try (JsonParser parser = MAPPER.getFactory().createParser(body)) {
            return new TablesReader(parser, failures).answer(requestId);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw failures.unreadable(e);
        } catch (IOException e) {
            throw failures.lost(e);
        }
    }

    private AdxResult answer(String requestId) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("expected an object with tables");
        }
        AdxResult first = null;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            if (name.equals("Tables") && value == JsonToken.START_ARRAY) {
                while (parser.nextToken() == JsonToken.START_OBJECT) {
                    AdxResult table = table(requestId);
                    first = first == null ? table : first;
                }
            } else if (name.equals("Exceptions") && value == JsonToken.START_ARRAY) {
                throw exception();
            } else {
                parser.skipChildren();
            }
        }
        if (first == null) {
            throw new IllegalArgumentException("expected at least one table");
        }
        return first;
    }

    private AdxResult table(String requestId) throws IOException {
        WireRows rows = new WireRows(parser);
        List<List<Object>> read = new ArrayList<>();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            switch (name) {
                case "Columns" -> rows.readColumns();
                case "Rows" -> readRows(rows, read);
                default -> parser.skipChildren();
            }
        }
        return new AdxResult(rows.columns(), read, requestId);
    }

    private void readRows(WireRows rows, List<List<Object>> read) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw exception();
            }
            read.add(Arrays.asList(rows.readRow()));
        }
    }

    /** An error that arrives as {@code {"Exceptions": ["text"]}} in place of a row or of the tables. */
    private RuntimeException exception() throws IOException {
        String text = parser.readValueAsTree().toString();
        return failures.service(ServiceError.inAnswer("", text, true));
    }
}
