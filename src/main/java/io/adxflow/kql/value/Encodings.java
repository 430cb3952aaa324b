package io.adxflow.kql.value;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Text as code points, base64, parts of URLs. What does not decode gives null. */
public final class Encodings {
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

    private Encodings() {}

    public static String codePoints(String text) {
        return JsonText.of(text.codePoints().mapToObj(Long::valueOf).toList());
    }

    /** Of code points and arrays of code points. */
    public static String ofCodePoints(Object[] values) {
        List<Object> elements = new ArrayList<>();
        for (Object json : values) {
            Object value = Json.read((String) json);
            elements.addAll(value instanceof List<?> list ? list : List.of(value));
        }
        StringBuilder text = new StringBuilder();
        for (Object element : elements) {
            if (!(element instanceof Long codePoint) || !isCharacter(codePoint)) {
                return null;
            }
            text.appendCodePoint(codePoint.intValue());
        }
        return text.toString();
    }

    /** Half of a surrogate pair is none. */
    private static boolean isCharacter(long codePoint) {
        return codePoint >= 0
                && codePoint <= Character.MAX_CODE_POINT
                && (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE);
    }

    public static String textOfBase64(String text) {
        byte[] bytes = bytes(text);
        try {
            return bytes == null
                    ? null
                    : StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString();
        } catch (CharacterCodingException notUtf8) {
            return null;
        }
    }

    public static String bytesOfBase64(String text) {
        byte[] bytes = bytes(text);
        if (bytes == null) {
            return null;
        }
        List<Long> numbers = new ArrayList<>();
        for (byte next : bytes) {
            numbers.add(next & 0xFFL);
        }
        return JsonText.of(numbers);
    }

    public static String base64OfBytes(String array) {
        List<?> elements = DynamicArrays.elements(array);
        if (elements == null) {
            return null;
        }
        byte[] bytes = new byte[elements.size()];
        for (int i = 0; i < bytes.length; i++) {
            if (!(elements.get(i) instanceof Long number) || number < 0 || number > 255) {
                return null;
            }
            bytes[i] = number.byteValue();
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A guid's first three parts are little-endian, as .NET writes them. */
    public static String base64OfGuid(String guid) {
        UUID uuid = UUID.fromString(guid);
        ByteBuffer bytes = ByteBuffer.allocate(16);
        bytes.order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (uuid.getMostSignificantBits() >> 32))
                .putShort((short) (uuid.getMostSignificantBits() >> 16))
                .putShort((short) uuid.getMostSignificantBits());
        bytes.order(ByteOrder.BIG_ENDIAN).putLong(uuid.getLeastSignificantBits());
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    public static String guidOfBase64(String text) {
        byte[] bytes = bytes(text);
        if (bytes == null || bytes.length != 16) {
            return null;
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long high = (long) buffer.getInt() << 32 | (buffer.getShort() & 0xFFFFL) << 16 | (buffer.getShort() & 0xFFFFL);
        return new UUID(high, buffer.order(ByteOrder.BIG_ENDIAN).getLong()).toString();
    }

    public static String urlEncode(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%7E", "~");
        return ESCAPE.matcher(encoded).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    public static String urlEncodeComponent(String text) {
        return urlEncode(text).replace("+", "%20");
    }

    /** Text with a broken escape stays as it is. */
    public static String urlDecode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            return text;
        }
    }

    static byte[] bytes(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }
}
