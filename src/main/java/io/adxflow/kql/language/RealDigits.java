package io.adxflow.kql.language;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The significant digits of a real as Kusto writes them. They read back as the same real and are as few as can be, but the
 * last one is not always the nearest: the sum of 0.1 and 0.2 ends in 7, not in 4.
 *
 * @see <a href="https://doi.org/10.1145/1806596.1806623">Grisu2 of F. Loitsch, 2010</a>, here without rounding where more
 *     than eight digits stand behind the point
 */
final class RealDigits {
    private static final int LEAST_POWER = -348;
    private static final int POWER_STEP = 8;
    private static final int ROUNDED_DIGITS = 9;
    private static final List<Scaled> POWERS =
            IntStream.range(0, 87).mapToObj(RealDigits::power).toList();

    private final StringBuilder digits = new StringBuilder();
    private final Scaled high;
    private final int exponentOfTen;
    private final long distance;
    private long delta;

    /** A number of 64 bits by a power of two. */
    private record Scaled(long bits, int exponent) {
        Scaled normalized() {
            int shift = Long.numberOfLeadingZeros(bits);
            return new Scaled(bits << shift, exponent - shift);
        }

        Scaled times(Scaled other) {
            long upper = Math.multiplyHigh(bits, other.bits) + (bits >> 63 & other.bits) + (other.bits >> 63 & bits);
            long carry = bits * other.bits >>> 63;
            return new Scaled(upper + carry, exponent + other.exponent + 64);
        }
    }

    private RealDigits(double value) {
        long raw = Double.doubleToLongBits(value);
        boolean isSubnormal = Math.getExponent(value) < Double.MIN_EXPONENT;
        long fraction = (raw & (1L << 52) - 1) + (isSubnormal ? 0 : 1L << 52);
        int exponent = Math.max(Math.getExponent(value), Double.MIN_EXPONENT) - 52;
        Scaled above = new Scaled((fraction << 1) + 1, exponent - 1).normalized();
        boolean isPowerOfTwo = fraction == 1L << 52;
        Scaled below = isPowerOfTwo
                ? new Scaled((fraction << 2) - 1, exponent - 2)
                : new Scaled((fraction << 1) - 1, exponent - 1);
        int index = index(above.exponent());
        Scaled power = POWERS.get(index);
        this.exponentOfTen = LEAST_POWER + index * POWER_STEP;
        long low = below.bits() << below.exponent() - above.exponent();
        this.high = less(above.times(power), 1);
        this.delta =
                high.bits() - (new Scaled(low, above.exponent()).times(power).bits() + 1);
        Scaled middle = new Scaled(fraction, exponent).normalized().times(power);
        this.distance = high.bits() - middle.bits();
    }

    /** The digits of a finite number but zero, without its sign, and the power of ten that they are to be taken by. */
    record Found(String digits, int exponent) {}

    static Found of(double number) {
        return new RealDigits(Math.abs(number)).generate();
    }

    private Found generate() {
        int shift = -high.exponent();
        long unit = 1L << shift;
        long whole = high.bits() >>> shift;
        long rest = high.bits() & unit - 1;
        int ahead = Long.toString(whole).length();
        for (long step = stepOf(whole); step > 0; step /= 10) {
            ahead--;
            add(whole / step);
            whole %= step;
            long left = (whole << shift) + rest;
            if (Long.compareUnsigned(left, delta) <= 0) {
                return rounded(left, step << shift, distance, ahead);
            }
        }
        long scale = 1;
        for (int behind = 1; ; behind++) {
            rest *= 10;
            delta *= 10;
            scale *= 10;
            add(rest >>> shift);
            rest &= unit - 1;
            if (Long.compareUnsigned(rest, delta) < 0) {
                return rounded(rest, unit, behind < ROUNDED_DIGITS ? distance * scale : 0, -behind);
            }
        }
    }

    /** Takes the last digit down while that comes nearer to the number. */
    private Found rounded(long left, long step, long goal, int places) {
        long rest = left;
        int last = digits.length() - 1;
        while (Long.compareUnsigned(rest, goal) < 0
                && Long.compareUnsigned(delta - rest, step) >= 0
                && (Long.compareUnsigned(rest + step, goal) < 0
                        || Long.compareUnsigned(goal - rest, rest + step - goal) > 0)) {
            digits.setCharAt(last, (char) (digits.charAt(last) - 1));
            rest += step;
        }
        return new Found(digits.toString(), places - exponentOfTen);
    }

    private void add(long digit) {
        if (digit > 0 || !digits.isEmpty()) {
            digits.append(digit);
        }
    }

    private static Scaled less(Scaled scaled, int units) {
        return new Scaled(scaled.bits() - units, scaled.exponent());
    }

    private static long stepOf(long whole) {
        long step = 1;
        while (whole / step >= 10) {
            step *= 10;
        }
        return step;
    }

    /** Which power of ten brings a number of this exponent to one of few whole digits. */
    private static int index(int exponent) {
        return ((int) Math.ceil((-61 - exponent) * 0.30102999566398114 + 347) >> 3) + 1;
    }

    private static Scaled power(int index) {
        int exponentOfTen = LEAST_POWER + index * POWER_STEP;
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(exponentOfTen);
        int exponent = (int) Math.floor(exponentOfTen * Math.log(10) / Math.log(2)) - 63;
        BigDecimal two = new BigDecimal(BigInteger.TWO.pow(Math.abs(exponent)));
        BigDecimal bits = exponent < 0 ? power.multiply(two) : power.divide(two, 0, RoundingMode.HALF_UP);
        return new Scaled(bits.setScale(0, RoundingMode.HALF_UP).toBigInteger().longValue(), exponent);
    }
}
