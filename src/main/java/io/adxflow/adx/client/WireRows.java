package io.adxflow.adx.client;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;

/** Reads the columns and the rows of one table of an answer; the same in both protocol versions. */
final class WireRows {
    private final JsonParser parser;
    private final DatetimeReader datetimes = new DatetimeReader();
    private List<AdxColumn> columns = List.of();
    private AdxType[] types = {};

    WireRows(JsonParser parser) {
        this.parser = parser;
    }

    List<AdxColumn> columns() {
        return columns;
    }

    /** The parser stands at the start of the array of columns, and then at its end. */
    void readColumns() throws IOException {
        List<AdxColumn> read = new ArrayList<>();
        for (JsonNode column : parser.<JsonNode>readValueAsTree()) {
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

    /** The parser stands at the start of a row, and then at its end. */
    Object[] readRow() throws IOException {
        Object[] row = new Object[types.length];
        for (int i = 0; i < row.length; i++) {
            if (parser.nextToken() == JsonToken.END_ARRAY) {
                throw new IllegalArgumentException("a row has " + i + " values, expected " + row.length);
            }
            row[i] = value(i);
        }
        if (parser.nextToken() != JsonToken.END_ARRAY) {
            throw new IllegalArgumentException("a row has more than " + row.length + " values");
        }
        return row;
    }

    private Object value(int column) throws IOException {
        AdxType type = types[column];
        try {
            return switch (parser.currentToken()) {
                case VALUE_NULL -> type == AdxType.STRING ? "" : null;
                case VALUE_STRING -> text(type);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(type);
                case VALUE_TRUE, VALUE_FALSE -> truth(type);
                case START_OBJECT, START_ARRAY -> structure(type);
                default -> throw unexpected(type);
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException(
                    "in the column '" + columns.get(column).name() + "': " + e.getMessage(), e);
        }
    }

    /** Most texts of a big answer are strings and datetimes; the latter are read where they stand. */
    private Object text(AdxType type) throws IOException {
        if (type == AdxType.DATETIME && parser.getTextLength() > 0) {
            return datetimes.read(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        }
        return WireValue.of(type, parser.getText());
    }

    private Object number(AdxType type) throws IOException {
        return switch (type) {
            case LONG -> parser.getLongValue();
            case INT -> parser.getIntValue();
            case REAL -> parser.getDoubleValue();
            case DECIMAL -> parser.getDecimalValue();
            case BOOL, DYNAMIC -> WireValue.of(type, parser.getText());
            case STRING, DATETIME, TIMESPAN, GUID -> throw unexpected(type);
        };
    }

    private Object truth(AdxType type) throws IOException {
        if (type != AdxType.BOOL && type != AdxType.DYNAMIC) {
            throw unexpected(type);
        }
        return WireValue.of(type, parser.getText());
    }

    private Object structure(AdxType type) throws IOException {
        if (type != AdxType.DYNAMIC) {
            throw unexpected(type);
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = parser.getCodec().getFactory().createGenerator(text)) {
            copy(json);
        }
        return text.toString();
    }

    /** Not the generator's own copy, which reads numbers and may print other digits. */
    private void copy(JsonGenerator json) throws IOException {
        int depth = 0;
        do {
            switch (parser.currentToken()) {
                case START_OBJECT, START_ARRAY -> depth++;
                case END_OBJECT, END_ARRAY -> depth--;
                default -> {}
            }
            copyToken(json);
        } while (depth > 0 && parser.nextToken() != null);
    }

    private void copyToken(JsonGenerator json) throws IOException {
        switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> json.writeNumber(parser.getText());
            default -> json.copyCurrentEvent(parser);
        }
    }

    private IllegalArgumentException unexpected(AdxType type) throws IOException {
        return new IllegalArgumentException("expected a " + type.kql() + ", found " + parser.getText());
    }
}
