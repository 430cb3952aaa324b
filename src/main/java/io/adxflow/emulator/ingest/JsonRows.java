package io.adxflow.emulator.ingest;

import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** JSON objects as rows, one in each line, by the names of the columns. Lines that are no object are refused. */
final class JsonRows implements ClosableRows {
    private final BufferedReader lines;
    private final List<Column> columns;
    private Map<?, ?> object = Map.of();
    private long records;

    JsonRows(InputStream data, Schema schema) {
        this.lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8));
        this.columns = schema.columns();
    }

    @Override
    public boolean next() {
        try {
            String line = lines.readLine();
            while (line != null && line.isBlank()) {
                line = lines.readLine();
            }
            if (line == null) {
                return false;
            }
            records++;
            object = object(line);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("the data cannot be read", e);
        }
    }

    @Override
    public Object value(int column) {
        Column wanted = columns.get(column);
        Object value = object.get(wanted.name());
        if (wanted.type() == KqlType.DYNAMIC) {
            return value == null ? null : Json.write(value);
        }
        if (value == null) {
            return wanted.type() == KqlType.STRING ? "" : null;
        }
        return Cells.read(wanted.type(), value instanceof String text ? text : Json.write(value));
    }

    private Map<?, ?> object(String line) {
        try {
            if (Json.read(line) instanceof Map<?, ?> members) {
                return members;
            }
            throw new BadDataException(records, "expected a JSON object");
        } catch (JsonException e) {
            throw new BadDataException(records, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
