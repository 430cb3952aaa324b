package io.adxflow.base.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Writes compact JSON in UTF-8, piece by piece and in bounded memory. Closing writes what is buffered and closes the
 * stream; what was begun and not ended is left open, so that a broken answer is seen to be broken.
 */
public final class JsonWriter implements Closeable {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT)
            .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);

    private final CountingStream out;
    private final JsonGenerator generator;

    public JsonWriter(OutputStream out) throws IOException {
        this.out = new CountingStream(out);
        this.generator = FACTORY.createGenerator(this.out, JsonEncoding.UTF8).setRootValueSeparator(null);
    }

    /** What a piece of code writes, as text. */
    public static String toText(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonWriter writer = new JsonWriter(bytes)) {
            content.writeTo(writer);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Code that writes JSON. */
    @FunctionalInterface
    public interface Content {
        void writeTo(JsonWriter writer) throws IOException;
    }

    public JsonWriter beginObject() throws IOException {
        generator.writeStartObject();
        return this;
    }

    public JsonWriter endObject() throws IOException {
        generator.writeEndObject();
        return this;
    }

    public JsonWriter beginList() throws IOException {
        generator.writeStartArray();
        return this;
    }

    public JsonWriter endList() throws IOException {
        generator.writeEndArray();
        return this;
    }

    public JsonWriter name(String name) throws IOException {
        generator.writeFieldName(name);
        return this;
    }

    /** A name and its value. */
    public JsonWriter member(String name, Object value) throws IOException {
        return name(name).value(value);
    }

    public JsonWriter value(String text) throws IOException {
        generator.writeString(text);
        return this;
    }

    public JsonWriter value(long number) throws IOException {
        generator.writeNumber(number);
        return this;
    }

    /** A plain Java value; a number that JSON has no word for (NaN, infinities) becomes a text, as Kusto writes it. */
    public JsonWriter value(Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            beginObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                member(String.valueOf(member.getKey()), member.getValue());
            }
            return endObject();
        }
        if (value instanceof List<?> elements) {
            beginList();
            for (Object element : elements) {
                value(element);
            }
            return endList();
        }
        scalar(value);
        return this;
    }

    /** JSON text that is known to be one valid value. */
    public JsonWriter json(String text) throws IOException {
        generator.writeRawValue(text);
        return this;
    }

    /** Characters between values, for example a line break that JSON ignores. */
    public JsonWriter between(String whitespace) throws IOException {
        generator.writeRaw(whitespace);
        return this;
    }

    /** How many bytes have been written so far, those that are still buffered included. */
    public long bytes() {
        return out.bytes + generator.getOutputBuffered();
    }

    public void flush() throws IOException {
        generator.flush();
    }

    @Override
    public void close() throws IOException {
        generator.close();
    }

    private void scalar(Object value) throws IOException {
        if (value == null) {
            generator.writeNull();
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || value instanceof Byte) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            fraction(number);
        } else {
            generator.writeString(value.toString());
        }
    }

    private void fraction(Number number) throws IOException {
        if (number instanceof BigDecimal decimal) {
            generator.writeNumber(decimal);
        } else if (number instanceof BigInteger integer) {
            generator.writeNumber(integer);
        } else {
            generator.writeNumber(number.doubleValue());
        }
    }

    private static final class CountingStream extends FilterOutputStream {
        private long bytes;

        CountingStream(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            out.write(octet);
            bytes++;
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            out.write(octets, from, length);
            bytes += length;
        }
    }
}
