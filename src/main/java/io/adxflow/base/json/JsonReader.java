package io.adxflow.base.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Walks one JSON value and builds plain Java values of it. */
final class JsonReader {
    private final JsonParser parser;
    private final JsonLimits limits;
    private int values;

    JsonReader(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
    }

    Object whole() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw problem("expected a JSON value, found nothing");
            }
            Object value = value();
            if (parser.nextToken() != null) {
                throw problem("expected the end, found more after the JSON value");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw problem(firstLine(e.getOriginalMessage()));
        }
    }

    private Object value() throws IOException {
        if (++values > limits.values()) {
            throw problem("more than " + limits.values() + " values");
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> integer();
            case VALUE_NUMBER_FLOAT -> fraction();
            default -> throw problem("expected a JSON value, found " + token);
        };
    }

    private Object integer() throws IOException {
        return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                ? (BigInteger) parser.getNumberValue()
                : (Object) parser.getLongValue();
    }

    /** A decimal has no negative zero, and a real has. */
    private Object fraction() throws IOException {
        BigDecimal value = parser.getDecimalValue();
        return value.signum() == 0 && parser.getText().startsWith("-") ? (Object) (-0.0) : value;
    }

    private Map<String, Object> object() throws IOException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value());
        }
        return members;
    }

    private List<Object> list() throws IOException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value());
        }
        return elements;
    }

    private JsonException problem(String message) {
        JsonLocation place = parser.currentLocation();
        return new JsonException(message, Math.max(place.getLineNr(), 0), Math.max(place.getColumnNr(), 0));
    }

    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }
}
