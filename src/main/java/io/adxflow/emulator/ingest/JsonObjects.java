package io.adxflow.emulator.ingest;

import static io.adxflow.emulator.ingest.BadDataException.Kind.FORMAT;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.emulator.store.Records;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Splits a text into JSON objects: one after the other, over one line or many, or the elements of arrays. Kusto would skip
 * a line that does not parse; here it fails the ingestion.
 */
final class JsonObjects implements Records {
    private final BufferedReader reader;
    private final Deque<Object> pending = new ArrayDeque<>();
    private long records;

    JsonObjects(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    @Override
    public Map<?, ?> next() throws IOException {
        if (pending.isEmpty()) {
            readValue();
        }
        if (pending.isEmpty()) {
            return null;
        }
        records++;
        if (pending.removeFirst() instanceof Map<?, ?> object) {
            return object;
        }
        throw new BadDataException(FORMAT, records, "expected a JSON object");
    }

    private void readValue() throws IOException {
        String text = text();
        if (text.isEmpty()) {
            return;
        }
        try {
            Object value = Json.read(text);
            if (value instanceof List<?> list) {
                list.forEach(pending::addLast);
            } else {
                pending.addLast(value);
            }
        } catch (JsonException e) {
            throw new BadDataException(FORMAT, records + 1, e.getMessage());
        }
    }

    /** The characters of one value: up to the bracket that closes the first one. */
    private String text() throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 0;
        boolean isInString = false;
        for (int c = reader.read(); c >= 0; c = reader.read()) {
            if (text.isEmpty() && (Character.isWhitespace(c) || c == ',' || c == 0xFEFF)) {
                continue;
            }
            text.append((char) c);
            if (isInString) {
                if (c == '\\') {
                    text.append((char) Math.max(reader.read(), 0));
                }
                isInString = c != '"';
            } else {
                isInString = c == '"';
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
                if (depth <= 0 && (c == '}' || c == ']' || c == '\n')) {
                    return text.toString();
                }
            }
        }
        return text.toString().strip();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
