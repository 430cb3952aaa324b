package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The discrete Fourier transform of a complex series of any length, as a bag of its real and its imaginary part. */
public final class Fourier {
    private Fourier() {}

    /** Null when a part is no array of numbers, or the parts differ in length; a missing imaginary part is zero. */
    public static String transform(String real, String imaginary) {
        return bag(real, imaginary, -1);
    }

    /** Takes a transform back. */
    public static String inverse(String real, String imaginary) {
        return bag(real, imaginary, 1);
    }

    private static String bag(String real, String imaginary, int direction) {
        double[] x = SeriesTotals.allNumbers(real);
        double[] y = imaginary == null && x != null ? new double[x.length] : SeriesTotals.allNumbers(imaginary);
        if (x == null || y == null || x.length != y.length) {
            return null;
        }
        boolean isPowerOfTwo = Integer.bitCount(x.length) == 1;
        double[][] result = isPowerOfTwo ? fast(x, y, direction) : direct(x, y, direction);
        double scale = direction > 0 ? x.length : 1;
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("real", scaled(result[0], scale));
        parts.put("imag", scaled(result[1], scale));
        return JsonText.of(parts);
    }

    /** Cooley and Tukey, halving the series. */
    private static double[][] fast(double[] x, double[] y, int direction) {
        int length = x.length;
        if (length == 1) {
            return new double[][] {x.clone(), y.clone()};
        }
        int half = length / 2;
        double[][] even = fast(every2nd(x, 0), every2nd(y, 0), direction);
        double[][] odd = fast(every2nd(x, 1), every2nd(y, 1), direction);
        double[][] result = new double[2][length];
        for (int k = 0; k < half; k++) {
            double angle = direction * 2 * Math.PI * k / length;
            double re = Math.cos(angle) * odd[0][k] - Math.sin(angle) * odd[1][k];
            double im = Math.cos(angle) * odd[1][k] + Math.sin(angle) * odd[0][k];
            result[0][k] = even[0][k] + re;
            result[1][k] = even[1][k] + im;
            result[0][k + half] = even[0][k] - re;
            result[1][k + half] = even[1][k] - im;
        }
        return result;
    }

    private static double[] every2nd(double[] values, int first) {
        double[] taken = new double[values.length / 2];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[2 * i + first];
        }
        return taken;
    }

    private static double[][] direct(double[] x, double[] y, int direction) {
        int length = x.length;
        double[][] result = new double[2][length];
        for (int k = 0; k < length; k++) {
            for (int i = 0; i < length; i++) {
                double angle = direction * 2 * Math.PI * ((long) k * i % length) / length;
                result[0][k] += x[i] * Math.cos(angle) - y[i] * Math.sin(angle);
                result[1][k] += y[i] * Math.cos(angle) + x[i] * Math.sin(angle);
            }
        }
        return result;
    }

    private static List<Double> scaled(double[] values, double scale) {
        List<Double> scaled = new ArrayList<>();
        for (double value : values) {
            scaled.add(value / scale);
        }
        return scaled;
    }
}
