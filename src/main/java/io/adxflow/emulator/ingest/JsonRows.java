package io.adxflow.emulator.ingest;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.ingest.Mapping.Source;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** JSON objects as rows. */
final class JsonRows implements ClosableRows {
    private final JsonObjects objects;
    private final List<Column> columns;
    private final List<Source> sources;
    private Map<?, ?> object = Map.of();

    JsonRows(JsonObjects objects, Schema schema, Mapping mapping) {
        this.objects = objects;
        this.columns = schema.columns();
        this.sources = mapping.sources();
        if (sources.stream().anyMatch(Source.Ordinal.class::isInstance)) {
            throw new IllegalArgumentException("it has an ordinal, and the data has objects");
        }
    }

    @Override
    public boolean next() {
        try {
            Map<?, ?> found = objects.next();
            object = found == null ? Map.of() : found;
            return found != null;
        } catch (IOException e) {
            throw new UncheckedIOException("the data cannot be read", e);
        }
    }

    @Override
    public Object value(int column) {
        KqlType type = columns.get(column).type();
        Source source = sources.get(column);
        if (source instanceof Source.Path path) {
            return value(type, path.path().in(object));
        }
        String text = source instanceof Source.Constant constant ? constant.text() : "";
        return Cells.read(type, text.toCharArray(), 0, text.length());
    }

    private static Object value(KqlType type, Object value) {
        if (value == null) {
            return type == KqlType.STRING ? "" : null;
        }
        if (type == KqlType.DYNAMIC) {
            return Json.write(value);
        }
        return Cells.read(type, value instanceof String text ? text : Json.write(value));
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}
