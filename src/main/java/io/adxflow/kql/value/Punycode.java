package io.adxflow.kql.value;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Punycode of a text, and of the labels of a domain. Nothing is folded or normalised, as in Kusto.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3492">RFC 3492</a>
 */
public final class Punycode {
    private static final String PREFIX = "xn--";
    /** Full stops of other scripts separate labels too. */
    private static final Pattern DOT = Pattern.compile("[.\u3002\uFF0E\uFF61]");

    private static final int BASE = 36;
    private static final int LEAST = 1;
    private static final int MOST = 26;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 128;

    private Punycode() {}

    public static String encode(String text) {
        int[] points = text.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        text.codePoints().filter(point -> point < FIRST_CODE).forEach(out::appendCodePoint);
        int basic = out.length();
        if (basic > 0) {
            out.append('-');
        }
        int code = FIRST_CODE;
        int bias = FIRST_BIAS;
        int delta = 0;
        int done = basic;
        while (done < points.length) {
            int next = next(points, code);
            delta += (next - code) * (done + 1);
            code = next;
            for (int point : points) {
                if (point < code) {
                    delta++;
                } else if (point == code) {
                    write(out, delta, bias);
                    bias = adapted(delta, done + 1, done == basic);
                    delta = 0;
                    done++;
                }
            }
            delta++;
            code++;
        }
        return out.toString();
    }

    /** Empty when the text is no punycode. */
    public static Optional<String> decode(String text) {
        int dash = text.lastIndexOf('-');
        StringBuilder out = new StringBuilder(dash > 0 ? text.substring(0, dash) : "");
        if (out.codePoints().anyMatch(point -> point >= FIRST_CODE)) {
            return Optional.empty();
        }
        int code = FIRST_CODE;
        int bias = FIRST_BIAS;
        long place = 0;
        int at = dash > 0 ? dash + 1 : 0;
        while (at < text.length()) {
            long before = place;
            long weight = 1;
            for (int k = BASE; ; k += BASE) {
                int digit = at < text.length() ? digit(text.charAt(at++)) : -1;
                place += digit * weight;
                if (digit < 0 || place > Integer.MAX_VALUE) {
                    return Optional.empty();
                }
                int threshold = threshold(k, bias);
                if (digit < threshold) {
                    break;
                }
                weight *= BASE - threshold;
            }
            int length = out.codePointCount(0, out.length()) + 1;
            bias = adapted((int) (place - before), length, before == 0);
            code += (int) (place / length);
            place %= length;
            if (!Character.isValidCodePoint(code)) {
                return Optional.empty();
            }
            out.insert(out.offsetByCodePoints(0, (int) place), Character.toString(code));
            place++;
        }
        return Optional.of(out.toString());
    }

    public static String encodeDomain(String domain) {
        return labels(domain)
                .map(label -> label.codePoints().allMatch(point -> point < FIRST_CODE) ? label : PREFIX + encode(label))
                .collect(Collectors.joining("."));
    }

    /** Null when a label that is marked as punycode is none. */
    public static String decodeDomain(String domain) {
        List<Optional<String>> labels = labels(domain)
                .map(label -> label.startsWith(PREFIX) ? decode(label.substring(PREFIX.length())) : Optional.of(label))
                .toList();
        return labels.stream().allMatch(Optional::isPresent)
                ? labels.stream().flatMap(Optional::stream).collect(Collectors.joining("."))
                : null;
    }

    private static Stream<String> labels(String domain) {
        return Stream.of(DOT.split(domain, -1));
    }

    private static int next(int[] points, int code) {
        int next = Integer.MAX_VALUE;
        for (int point : points) {
            if (point >= code && point < next) {
                next = point;
            }
        }
        return next;
    }

    private static void write(StringBuilder out, int delta, int bias) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = threshold(k, bias);
            if (rest < threshold) {
                out.append(character(rest));
                return;
            }
            out.append(character(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static int threshold(int k, int bias) {
        return Math.max(LEAST, Math.min(MOST, k - bias));
    }

    private static int adapted(int delta, int length, boolean isFirst) {
        int rest = isFirst ? delta / 700 : delta / 2;
        rest += rest / length;
        int k = 0;
        while (rest > (BASE - LEAST) * MOST / 2) {
            rest /= BASE - LEAST;
            k += BASE;
        }
        return k + (BASE - LEAST + 1) * rest / (rest + 38);
    }

    private static char character(int digit) {
        return (char) (digit < 26 ? 'a' + digit : '0' + digit - 26);
    }

    private static int digit(char character) {
        if (character >= 'a' && character <= 'z') {
            return character - 'a';
        }
        if (character >= 'A' && character <= 'Z') {
            return character - 'A';
        }
        return character >= '0' && character <= '9' ? character - '0' + 26 : -1;
    }
}
