package io.adxflow.adx.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads the columns and the rows of one table of an answer; the same in both protocol versions. */
final class WireRows {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final byte[] EMPTY = {};

    private final JsonBytes json;
    private final DatetimeReader datetimes = new DatetimeReader();
    private List<AdxColumn> columns = List.of();
    private AdxType[] types = {};

    WireRows(JsonBytes json) {
        this.json = json;
    }

    List<AdxColumn> columns() {
        return columns;
    }

    /** Reads the array of columns. */
    void readColumns() throws IOException {
        List<AdxColumn> read = new ArrayList<>();
        for (JsonNode column : MAPPER.readTree(json.capture())) {
            String type = column.hasNonNull("ColumnType")
                    ? column.get("ColumnType").asText()
                    : column.path("DataType").asText("string");
            read.add(new AdxColumn(column.path("ColumnName").asText(), AdxType.named(type)));
        }
        use(List.copyOf(read));
    }

    void use(List<AdxColumn> known) {
        columns = known;
        types = known.stream().map(AdxColumn::type).toArray(AdxType[]::new);
    }

    /** A row as Java values. */
    Object[] readRow() throws IOException {
        ObjectRow row = new ObjectRow(types.length);
        readRow(row);
        return row.values();
    }

    /** Reads a row, each value of which goes to the sink. */
    void readRow(RowSink sink) throws IOException {
        json.open('[');
        for (int i = 0; i < types.length; i++) {
            if (!json.hasElement()) {
                throw new IllegalArgumentException("a row has " + i + " values, expected " + types.length);
            }
            value(i, sink);
        }
        if (json.hasElement()) {
            throw new IllegalArgumentException("a row has more than " + types.length + " values");
        }
    }

    private void value(int column, RowSink sink) throws IOException {
        try {
            switch (json.peek()) {
                case '"' -> text(column, sink);
                case '[', '{' -> structure(column, sink);
                default -> literal(column, sink);
            }
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "in the column '" + columns.get(column).name() + "': " + e.getMessage(), e);
        }
    }

    /** Most texts of a big answer are strings and datetimes; they are read where they stand. */
    private void text(int column, RowSink sink) throws IOException {
        AdxType type = types[column];
        json.readText();
        if (type == AdxType.STRING || type == AdxType.DYNAMIC) {
            sink.ofText(column, json.value(), json.from(), json.to() - json.from());
        } else if (json.from() == json.to()) {
            sink.ofNull(column);
        } else if (type == AdxType.DATETIME) {
            datetimes.read(json.value(), json.from(), json.to());
            sink.ofDatetime(column, datetimes.epochSecond(), datetimes.nanos());
        } else {
            put(column, WireValue.of(type, json.text()), sink);
        }
    }

    private static void put(int column, Object value, RowSink sink) {
        if (value instanceof Boolean truth) {
            sink.ofBool(column, truth);
        } else if (value instanceof Integer number) {
            sink.ofInt(column, number);
        } else if (value instanceof Long number) {
            sink.ofLong(column, number);
        } else if (value instanceof Double number) {
            sink.ofReal(column, number);
        } else if (value instanceof BigDecimal number) {
            sink.ofDecimal(column, number);
        } else if (value instanceof Duration span) {
            sink.ofTimespan(column, span);
        } else {
            sink.ofGuid(column, (UUID) value);
        }
    }

    private void literal(int column, RowSink sink) throws IOException {
        json.readLiteral();
        byte[] bytes = json.value();
        int from = json.from();
        int to = json.to();
        switch (from < to ? bytes[from] : 0) {
            case 'n' -> nothing(column, sink);
            case 't', 'f' -> truth(column, sink);
            default -> number(column, bytes, from, to, sink);
        }
    }

    private void nothing(int column, RowSink sink) {
        JsonNumber.checkLiteral(json.value(), json.from(), json.to());
        if (types[column] == AdxType.STRING) {
            sink.ofText(column, EMPTY, 0, 0);
        } else {
            sink.ofNull(column);
        }
    }

    private void number(int column, byte[] bytes, int from, int to, RowSink sink) {
        AdxType type = types[column];
        switch (type) {
            case LONG -> sink.ofLong(column, JsonNumber.whole(bytes, from, to));
            case INT -> sink.ofInt(column, Math.toIntExact(JsonNumber.whole(bytes, from, to)));
            case REAL -> sink.ofReal(column, JsonNumber.real(bytes, from, to));
            case DECIMAL -> sink.ofDecimal(column, JsonNumber.decimal(bytes, from, to));
            case BOOL -> put(column, WireValue.of(type, json.text()), sink);
            case DYNAMIC -> {
                JsonNumber.checkLiteral(bytes, from, to);
                sink.ofText(column, bytes, from, to - from);
            }
            case STRING, DATETIME, TIMESPAN, GUID -> throw unexpected(type);
        }
    }

    private void truth(int column, RowSink sink) {
        AdxType type = types[column];
        JsonNumber.checkLiteral(json.value(), json.from(), json.to());
        switch (type) {
            case BOOL -> sink.ofBool(column, json.value()[json.from()] == 't');
            case DYNAMIC -> sink.ofText(column, json.value(), json.from(), json.to() - json.from());
            default -> throw unexpected(type);
        }
    }

    private void structure(int column, RowSink sink) throws IOException {
        AdxType type = types[column];
        if (type != AdxType.DYNAMIC) {
            throw new IllegalArgumentException("expected a " + type.kql() + ", found " + (char) json.peek());
        }
        byte[] compact = compact(json.capture()).getBytes(StandardCharsets.UTF_8);
        sink.ofText(column, compact, 0, compact.length);
    }

    /** Without the space between values, and with the digits that numbers have. */
    private static String compact(byte[] structure) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonParser parser = MAPPER.getFactory().createParser(structure);
                JsonGenerator copy = MAPPER.getFactory().createGenerator(text)) {
            while (parser.nextToken() != null) {
                switch (parser.currentToken()) {
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> copy.writeNumber(parser.getText());
                    default -> copy.copyCurrentEvent(parser);
                }
            }
        }
        return text.toString();
    }

    private IllegalArgumentException unexpected(AdxType type) {
        return new IllegalArgumentException("expected a " + type.kql() + ", found " + json.text());
    }
}
