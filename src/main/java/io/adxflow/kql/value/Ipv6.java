package io.adxflow.kql.value;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** IPv6 addresses with an optional prefix; an IPv4 address counts as the IPv6 address that maps it. */
public final class Ipv6 {
    private static final Pattern LITERAL = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*|\\d{1,3}(\\.\\d{1,3}){3}");
    private static final BigInteger ALL_ONES = BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE);
    private static final BigInteger MAPPED = BigInteger.valueOf(0xFFFFL).shiftLeft(32);

    private Ipv6() {}

    private record Range(BigInteger address, int prefix) {}

    /** Eight groups of four digits. */
    public static String text(String address, long prefix) {
        Range range = range(address);
        if (range == null || prefix < 0 || prefix > 128) {
            return null;
        }
        BigInteger masked = range.address().and(mask(Math.min(prefix, range.prefix())));
        String digits = String.format("%032x", masked);
        return digits.replaceAll("(.{4})(?!$)", "$1:");
    }

    public static Long compare(String left, String right, long prefix) {
        Range a = comparable(left);
        Range b = comparable(right);
        if (a == null || b == null || prefix < 0 || prefix > 128) {
            return null;
        }
        BigInteger mask = mask(Math.min(prefix, Math.min(a.prefix(), b.prefix())));
        return (long) a.address().and(mask).compareTo(b.address().and(mask));
    }

    public static Boolean isIn(String address, String range) {
        Range outer = range(range);
        Long order = outer == null ? null : compare(address, range, outer.prefix());
        return order == null ? null : (Boolean) (order == 0);
    }

    public static Boolean isInAny(String address, String ranges) {
        List<?> all = DynamicArrays.elements(ranges);
        if (all == null || range(address) == null) {
            return null;
        }
        return all.stream().anyMatch(range -> Boolean.TRUE.equals(isIn(address, DynamicArrays.text(range))));
    }

    /** Two colons before dotted text do not make another address of it where addresses are compared. */
    private static Range comparable(String text) {
        Range range = range(text);
        return range != null
                        && text.trim().startsWith("::")
                        && text.contains(".")
                        && range.address().bitLength() <= 32
                ? new Range(range.address().or(MAPPED), range.prefix())
                : range;
    }

    private static Range range(String text) {
        String[] parts = text.trim().split("/", -1);
        if (parts.length > 2 || !LITERAL.matcher(parts[0]).matches()) {
            return null;
        }
        try {
            // A literal address is never looked up.
            byte[] bytes = InetAddress.getByName(parts[0]).getAddress();
            BigInteger number = new BigInteger(1, bytes);
            boolean isMapped = bytes.length == 4;
            // The prefix of dotted text counts the 32 bits of the IPv4 address.
            int before = parts[0].contains(".") ? 96 : 0;
            Long prefix = parts.length == 1 ? Long.valueOf(128 - before) : NumberText.readLong(parts[1]);
            if (prefix == null || prefix < 0 || prefix > 128 - before) {
                return null;
            }
            return new Range(isMapped ? number.or(MAPPED) : number, prefix.intValue() + before);
        } catch (UnknownHostException noAddress) {
            return null;
        }
    }

    private static BigInteger mask(long prefix) {
        return ALL_ONES.shiftLeft((int) (128 - prefix)).and(ALL_ONES);
    }
}
