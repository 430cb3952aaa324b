package io.adxflow.base.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;

/**
 * JSON as plain Java values: {@code Map<String, Object>} in the order of the text, {@code List<Object>}, {@code String},
 * {@code Boolean}, {@code Long} or {@code BigInteger}, {@code BigDecimal} for numbers with a fraction or an exponent, {@code
 * Double} for the negative zero among them, and {@code null}. Of a name that is given twice the last value counts.
 */
public final class Json {
    private static final int LONGEST_NUMBER = 1000;

    private Json() {}

    /** @throws JsonException when the text is not exactly one JSON value */
    public static Object read(String text) {
        return read(text, JsonLimits.DEFAULT);
    }

    public static Object read(String text, JsonLimits limits) {
        try (JsonParser parser = factory(limits).createParser(new StringReader(text))) {
            return new JsonReader(parser, limits).whole();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /**
     * As {@link #read(String)}, but a name that is given twice is a problem.
     *
     * @throws JsonException when the text is not exactly one such value
     */
    public static Object readStrict(String text) {
        return read(text, factory(JsonLimits.DEFAULT).enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION));
    }

    /**
     * As {@link #read(String)}, but texts and names may stand in single quotes, which the service takes too.
     *
     * @throws JsonException when the text is not exactly one such value
     */
    public static Object readRelaxed(String text) {
        return read(text, factory(JsonLimits.DEFAULT).enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES));
    }

    private static Object read(String text, JsonFactory factory) {
        try (JsonParser parser = factory.createParser(new StringReader(text))) {
            return new JsonReader(parser, JsonLimits.DEFAULT).whole();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }

    /**
     * Reads UTF-8 and leaves the stream open.
     *
     * @throws JsonException when the stream does not hold exactly one JSON value
     */
    public static Object read(InputStream utf8, JsonLimits limits) throws IOException {
        JsonFactory factory = factory(limits).disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        try (JsonParser parser = factory.createParser(utf8)) {
            return new JsonReader(parser, limits).whole();
        }
    }

    /** Compact JSON; values are those that {@link #read(String)} gives, any {@code Number}, and other texts. */
    public static String write(Object value) {
        return JsonWriter.toText(writer -> writer.value(value));
    }

    private static JsonFactory factory(JsonLimits limits) {
        return new JsonFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth())
                        .maxStringLength(limits.textLength())
                        .maxNumberLength(LONGEST_NUMBER)
                        .build());
    }
}
