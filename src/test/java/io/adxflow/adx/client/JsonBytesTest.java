package io.adxflow.adx.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.adxflow.base.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBytesTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DOCUMENTS = 3_000;

    @Test
    void textsAreWhatTheyWereHoweverTheyArrive() throws IOException {
        Random random = new Random(1);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < DOCUMENTS; i++) {
            texts.add(text(random, random.nextInt(i % 100 == 0 ? 200_000 : 40)));
        }
        JsonBytes json = new JsonBytes(new Trickle(Json.write(texts).getBytes(StandardCharsets.UTF_8), random));
        json.open('[');
        for (String text : texts) {
            assertThat(json.hasElement()).isTrue();
            json.readText();
            assertThat(json.text()).isEqualTo(text);
        }
        assertThat(json.hasElement()).isFalse();
        json.finish();
    }

    @Test
    void whatIsJsonAndWhatIsNotIsAsJacksonSaysIt() throws IOException {
        Random random = new Random(2);
        for (int i = 0; i < DOCUMENTS; i++) {
            byte[] document =
                    ("[" + value(random, 3) + "," + value(random, 3) + "]").getBytes(StandardCharsets.US_ASCII);
            damage(document, random);
            String shown = new String(document, StandardCharsets.US_ASCII);
            assertThat(isJson(document, random)).as(shown).isEqualTo(isJsonToJackson(document));
        }
    }

    @Test
    void aValueIsCapturedAsItStands() throws IOException {
        Random random = new Random(3);
        for (int i = 0; i < DOCUMENTS; i++) {
            String value = value(random, 4);
            byte[] document = ("[1, " + value + " ,2]").getBytes(StandardCharsets.US_ASCII);
            JsonBytes json = new JsonBytes(new Trickle(document, random));
            json.open('[');
            json.hasElement();
            json.skip();
            json.hasElement();
            assertThat(new String(json.capture(), StandardCharsets.US_ASCII)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "9223372036854775807, 9223372036854775807",
        "-9223372036854775808, -9223372036854775808"
    })
    void wholeNumbersReachToTheirLimits(String text, long value) {
        byte[] bytes = bytes(text);
        assertThat(JsonNumber.whole(bytes, 0, bytes.length)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808",
                "-9223372036854775809",
                "9999999999999999999",
                "1.0",
                "1e3",
                "01",
                "-",
                "+1"
            })
    void whatIsNoLongIsRefused(String text) {
        byte[] bytes = bytes(text);
        assertThatThrownBy(() -> JsonNumber.whole(bytes, 0, bytes.length))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expected a long, found " + text);
    }

    @Test
    void realsAreTheNearestOfTheirTexts() {
        Random random = new Random(4);
        for (int i = 0; i < 200_000; i++) {
            String text = i % 2 == 0
                    ? Double.toString(Double.longBitsToDouble(random.nextLong()))
                    : BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(18))
                            .toPlainString();
            if (!text.endsWith("N") && !text.endsWith("y")) {
                byte[] bytes = bytes(text);
                assertThat(JsonNumber.real(bytes, 0, bytes.length)).as(text).isEqualTo(Double.parseDouble(text));
            }
        }
        assertThat(1 / JsonNumber.real(bytes("-0"), 0, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "1.", ".5", "00.5", "1d", "0x1", "1e", "--1", "1.5.2", "-.", "Infinity"})
    void whatIsNoNumberIsNoReal(String text) {
        byte[] bytes = bytes(text);
        assertThatThrownBy(() -> JsonNumber.real(bytes, 0, bytes.length)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void halfAPairBecomesTheReplacementCharacter() throws IOException {
        assertThat(read("\"a\\ud800b\\udc00\\ud83d\\ude00\\ud800\"")).isEqualTo("a\uFFFDb\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[][] bad = {
            {(byte) 0x80},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xE0, (byte) 0x80, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            {(byte) 0xE2, (byte) 0x82},
            {(byte) 0xFF}
        };
        for (byte[] text : bad) {
            assertThatThrownBy(() -> JsonText.check(text, 0, text.length))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a text that is not UTF-8");
        }
    }

    private static String read(String json) throws IOException {
        JsonBytes bytes = new JsonBytes(new ByteArrayInputStream(bytes(json)));
        bytes.readText();
        return bytes.text();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isJson(byte[] document, Random random) throws IOException {
        try {
            JsonBytes json = new JsonBytes(new Trickle(document, random));
            json.skip();
            json.finish();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isJsonToJackson(byte[] document) throws IOException {
        try {
            JsonNode tree = MAPPER.reader()
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .readTree(document);
            return !tree.isMissingNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static void damage(byte[] document, Random random) {
        String replacements = "[]{}\",:\\ 0123456789.eE+-tfnu\n";
        for (int i = random.nextInt(3); i > 0; i--) {
            document[random.nextInt(document.length)] =
                    (byte) replacements.charAt(random.nextInt(replacements.length()));
        }
    }

    private static String value(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 7)) {
            case 0 -> String.valueOf(random.nextLong() >> random.nextInt(64));
            case 1 -> String.valueOf(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
            case 2 -> List.of("true", "false", "null").get(random.nextInt(3));
            case 3 -> "\"" + "x".repeat(random.nextInt(5)) + "\\n\\u00e9\\\\\"";
            case 4 -> "\"\"";
            case 5 -> "[" + value(random, depth - 1) + " , " + value(random, depth - 1) + "]";
            default -> "{\"a\" : " + value(random, depth - 1) + ",\"b\":" + value(random, depth - 1) + "}";
        };
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
            text.appendCodePoint(codePoint >= 0xD800 && codePoint <= 0xDFFF ? '"' : codePoint);
        }
        return text.toString();
    }

    /** Gives as many bytes as it likes. */
    private static final class Trickle extends ByteArrayInputStream {
        private final Random random;

        Trickle(byte[] bytes, Random random) {
            super(bytes);
            this.random = random;
        }

        @Override
        public synchronized int read(byte[] buffer, int offset, int length) {
            int most = random.nextInt(10) == 0 ? length : 1 + random.nextInt(64);
            return super.read(buffer, offset, Math.min(length, most));
        }
    }
}
