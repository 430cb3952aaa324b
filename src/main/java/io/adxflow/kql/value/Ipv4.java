package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** IPv4 addresses with an optional prefix, as in {@code 10.0.0.0/8}; null for what is none. */
public final class Ipv4 {
    private static final Pattern ADDRESS =
            Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");
    private static final Pattern IN_TEXT = Pattern.compile("(?<![\\w.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![\\w])(?!\\.\\d)");
    private static final List<String> PRIVATE = List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16");

    private Ipv4() {}

    private record Range(long address, int prefix) {}

    public static Long number(String text) {
        Range range = range(text);
        return range == null ? null : (Long) (range.address() & mask(range.prefix()));
    }

    public static Long masked(String text, long prefix) {
        Range range = range(text);
        return range == null || prefix < 0 || prefix > 32
                ? null
                : (Long) (range.address() & mask(Math.min(range.prefix(), prefix)));
    }

    public static String text(long address, long prefix) {
        if (address < 0 || address > 0xFFFFFFFFL || prefix < 0 || prefix > 32) {
            return null;
        }
        long masked = address & mask(prefix);
        return (masked >> 24) + "." + (masked >> 16 & 255) + "." + (masked >> 8 & 255) + "." + (masked & 255);
    }

    public static String rangeText(long address, long prefix) {
        String text = text(address, prefix);
        return text == null ? null : text + "/" + prefix;
    }

    /** By the shorter of both prefixes. */
    public static String rangeText(String text, long prefix) {
        Range range = range(text);
        return range == null || prefix > 32 ? null : rangeText(range.address(), Math.min(prefix, range.prefix()));
    }

    /** The fewest ranges that hold the addresses from one to another; null when one is none or the first is the later. */
    public static String ranges(String first, String last) {
        Long start = number(first);
        Long end = number(last);
        if (start == null || end == null || start > end) {
            return null;
        }
        List<String> ranges = new ArrayList<>();
        for (long at = start; at <= end; ) {
            int prefix = 32;
            while (prefix > 0 && (at & mask(prefix - 1)) == at && (at | ~mask(prefix - 1) & 0xFFFFFFFFL) <= end) {
                prefix--;
            }
            ranges.add(rangeText(at, prefix));
            at += 1L << 32 - prefix;
        }
        return JsonText.of(ranges);
    }

    public static Boolean isPrivate(String text) {
        return range(text) == null ? null : (Boolean) PRIVATE.stream().anyMatch(range -> isIn(text, range));
    }

    public static Long suffix(String text) {
        Range range = range(text);
        return range == null ? null : Long.valueOf(range.prefix());
    }

    /** By the shortest of the prefixes. */
    public static Long compare(String left, String right, long prefix) {
        Range a = range(left);
        Range b = range(right);
        if (a == null || b == null || prefix < 0 || prefix > 32) {
            return null;
        }
        long mask = mask(Math.min(prefix, Math.min(a.prefix(), b.prefix())));
        return (long) Long.compare(a.address() & mask, b.address() & mask);
    }

    public static Boolean isIn(String address, String range) {
        Range inner = range(address);
        Range outer = range(range);
        if (inner == null || outer == null) {
            return null;
        }
        long mask = mask(outer.prefix());
        return (inner.address() & mask) == (outer.address() & mask);
    }

    public static Boolean isInAny(String address, String ranges) {
        List<?> all = DynamicArrays.elements(ranges);
        if (all == null || range(address) == null) {
            return null;
        }
        return all.stream().anyMatch(range -> Boolean.TRUE.equals(isIn(address, DynamicArrays.text(range))));
    }

    public static Boolean textHas(String text, String addresses) {
        List<?> wanted = DynamicArrays.elements(addresses);
        return wanted == null ? null : (Boolean) found(text).anyMatch(wanted::contains);
    }

    /** A prefix ends in a dot or is a whole address. */
    public static Boolean textHasPrefix(String text, String prefixes) {
        List<?> wanted = DynamicArrays.elements(prefixes);
        return wanted == null
                ? null
                : (Boolean) found(text).anyMatch(address -> wanted.stream()
                        .map(DynamicArrays::text)
                        .anyMatch(prefix -> startsWith(address, prefix)));
    }

    private static Stream<String> found(String text) {
        return IN_TEXT.matcher(text).results().map(MatchResult::group).filter(address -> range(address) != null);
    }

    private static boolean startsWith(String address, String prefix) {
        return prefix.endsWith(".") ? address.startsWith(prefix) : address.equals(prefix);
    }

    private static Range range(String text) {
        Matcher matcher = ADDRESS.matcher(text.trim());
        if (!matcher.matches()) {
            return null;
        }
        long address = 0;
        for (int group = 1; group <= 4; group++) {
            int part = Integer.parseInt(matcher.group(group));
            if (part > 255) {
                return null;
            }
            address = address << 8 | part;
        }
        int prefix = matcher.group(5) == null ? 32 : Integer.parseInt(matcher.group(5));
        return prefix > 32 ? null : new Range(address, prefix);
    }

    private static long mask(long prefix) {
        return prefix == 0 ? 0 : 0xFFFFFFFFL << (32 - prefix) & 0xFFFFFFFFL;
    }
}
