package io.adxflow.adx.client;

/** Takes the escapes out of the texts of JSON. Half a pair of surrogates, which UTF-8 cannot say, becomes U+FFFD. */
final class JsonText {
    private static final int HEX = 4;
    private static final char UNKNOWN = '\uFFFD';

    private byte[] bytes = new byte[256];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    /** @throws IllegalArgumentException if the bytes are not UTF-8 */
    static void check(byte[] text, int from, int to) {
        int i = from;
        while (i < to) {
            i = text[i] >= 0 ? i + 1 : checkedBehind(text, i, to);
        }
    }

    /** The place behind a sequence of several bytes: complete, as short as can be, and no half of a pair. */
    private static int checkedBehind(byte[] text, int at, int to) {
        int lead = text[at] & 0xFF;
        int tails = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
        boolean sound = lead >= 0xC2 && lead <= 0xF4 && at + tails < to;
        int codePoint = lead & (0x3F >> tails);
        for (int i = at + 1; sound && i <= at + tails; i++) {
            sound = (text[i] & 0xC0) == 0x80;
            codePoint = codePoint << 6 | text[i] & 0x3F;
        }
        boolean isShortest = tails == 1 || codePoint >= (tails == 2 ? 0x800 : 0x10000);
        boolean isCharacter = codePoint <= Character.MAX_CODE_POINT && (codePoint < 0xD800 || codePoint > 0xDFFF);
        if (!sound || !isShortest || !isCharacter) {
            throw new IllegalArgumentException("a text that is not UTF-8");
        }
        return at + tails + 1;
    }

    /** Puts a text without its escapes at the start of {@link #bytes}; the result is its length. */
    int read(byte[] text, int from, int to) {
        if (bytes.length < to - from) {
            bytes = new byte[Math.max(to - from, (int) Math.min(2L * bytes.length, Integer.MAX_VALUE - 8))];
        }
        length = 0;
        int i = from;
        while (i < to) {
            if (text[i] != '\\') {
                bytes[length++] = text[i++];
            } else if (text[i + 1] == 'u') {
                i = codePoint(text, i, to);
            } else {
                bytes[length++] = simple(text[i + 1]);
                i += 2;
            }
        }
        return length;
    }

    private static byte simple(byte letter) {
        return switch (letter) {
            case '"', '\\', '/' -> letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw new IllegalArgumentException("an escape that JSON does not have: \\" + (char) letter);
        };
    }

    /** One or both halves of what is escaped at a place, and the place behind them. */
    private int codePoint(byte[] text, int at, int to) {
        char high = unit(text, at, to);
        int behind = at + 2 + HEX;
        if (!Character.isSurrogate(high)) {
            put(high);
            return behind;
        }
        boolean hasSecond = behind + 1 < to && text[behind] == '\\' && text[behind + 1] == 'u';
        char low = hasSecond ? unit(text, behind, to) : UNKNOWN;
        if (!Character.isSurrogatePair(high, low)) {
            put(UNKNOWN);
            return behind;
        }
        put(Character.toCodePoint(high, low));
        return behind + 2 + HEX;
    }

    private static char unit(byte[] text, int at, int to) {
        int start = at + 2;
        if (start + HEX > to) {
            throw new IllegalArgumentException("an escape with fewer than four digits");
        }
        int unit = 0;
        for (int i = start; i < start + HEX; i++) {
            int digit = Character.digit(text[i], 16);
            if (digit < 0) {
                throw new IllegalArgumentException("an escape with fewer than four digits");
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private void put(int codePoint) {
        if (codePoint < 0x80) {
            bytes[length++] = (byte) codePoint;
        } else if (codePoint < 0x800) {
            bytes[length++] = (byte) (0xC0 | codePoint >> 6);
            tail(codePoint, 0);
        } else if (codePoint < 0x10000) {
            bytes[length++] = (byte) (0xE0 | codePoint >> 12);
            tail(codePoint, 6);
        } else {
            bytes[length++] = (byte) (0xF0 | codePoint >> 18);
            tail(codePoint, 12);
        }
    }

    private void tail(int codePoint, int highest) {
        for (int shift = highest; shift >= 0; shift -= 6) {
            bytes[length++] = (byte) (0x80 | codePoint >> shift & 0x3F);
        }
    }
}
