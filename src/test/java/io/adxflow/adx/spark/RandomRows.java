package io.adxflow.adx.spark;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Random values of each type, the ends of its range and its oddities among them. */
final class RandomRows {
    private static final long FIRST = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final List<String> PIECES = List.of(
            "",
            "a",
            " ",
            "\"",
            "\"\"",
            "'",
            ",",
            "\n",
            "\r\n",
            "\r",
            "\t",
            "\\",
            "\\n",
            "\u0000",
            "\u0001",
            "\ufeff",
            "\ufffd",
            "\u2028",
            "\u00e9",
            "e\u0301",
            "\u4e2d",
            "\ud83c\udf00",
            "\udbff\udfff",
            "null",
            "NaN",
            "{}",
            "[1]",
            "%",
            "</a>");

    private final Random random;

    RandomRows(long seed) {
        this.random = new Random(seed);
    }

    /** A value, or now and then null. */
    <T> T orNull(Supplier<T> value) {
        return random.nextInt(6) == 0 ? null : value.get();
    }

    private <T> T some(List<T> ends, Supplier<T> other) {
        return random.nextInt(3) == 0 ? ends.get(random.nextInt(ends.size())) : other.get();
    }

    boolean bool() {
        return random.nextBoolean();
    }

    byte small() {
        return some(List.of(Byte.MIN_VALUE, Byte.MAX_VALUE, (byte) 0), () -> (byte) random.nextInt());
    }

    int integer() {
        return some(List.of(Integer.MIN_VALUE, Integer.MAX_VALUE, 0, -1), random::nextInt);
    }

    long whole() {
        return some(List.of(Long.MIN_VALUE, Long.MAX_VALUE, 0L, 1L << 53, (1L << 53) + 1), random::nextLong);
    }

    float single() {
        return some(
                List.of(Float.NaN, Float.MIN_VALUE, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY, 0.1f),
                () -> Float.intBitsToFloat(random.nextInt()));
    }

    double real() {
        List<Double> ends = List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                Double.MAX_VALUE,
                -0.0,
                0.1,
                1e22);
        return some(ends, () -> Double.longBitsToDouble(random.nextLong()));
    }

    /** Up to so many digits, of which a part is behind the point. */
    BigDecimal decimal(int digits, int scale) {
        BigInteger bound = BigInteger.TEN.pow(digits);
        BigInteger unscaled = some(
                List.of(bound.subtract(BigInteger.ONE), BigInteger.ONE.subtract(bound), BigInteger.ZERO),
                () -> new BigInteger(bound.bitLength(), random).mod(bound));
        return new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(5)];
        random.nextBytes(bytes);
        return bytes;
    }

    LocalDate date() {
        return LocalDate.ofEpochDay(some(List.of(FIRST, LAST, 0L, -1L), () -> FIRST + random.nextLong(LAST - FIRST)));
    }

    LocalDateTime local() {
        LocalDateTime last = LocalDate.ofEpochDay(LAST).atTime(23, 59, 59, 999_999_000);
        return some(
                List.of(
                        LocalDate.ofEpochDay(FIRST).atStartOfDay(),
                        last,
                        LocalDateTime.parse("1969-12-31T23:59:59.999999")),
                () -> date().atStartOfDay().plus(random.nextLong(86_400_000_000L), ChronoUnit.MICROS));
    }

    Instant moment() {
        return local().toInstant(ZoneOffset.UTC);
    }

    Duration interval() {
        long most = Long.MAX_VALUE / 10;
        return Duration.of(
                some(List.of(most, -most, 0L, 1L, -1L), () -> random.nextLong(-most, most)), ChronoUnit.MICROS);
    }

    String guid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    <T> List<T> list(Supplier<T> element) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> orNull(element))
                .collect(ArrayList::new, List::add, List::addAll);
    }

    <T> Map<String, T> map(Supplier<T> value) {
        Map<String, T> map = new LinkedHashMap<>();
        IntStream.range(0, random.nextInt(4)).forEach(i -> map.put(text(), orNull(value)));
        return map;
    }

    Row struct(Object... fields) {
        return RowFactory.create(fields);
    }
}
