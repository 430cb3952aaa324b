package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The polynomial that fits a series best, by least squares. */
public final class Polynomials {
    private static final int HIGHEST_DEGREE = 20;

    private Polynomials() {}

    /**
     * Null when an array holds something else than numbers, the arrays differ in length, or there are too few points.
     *
     * @param xs the places of the values; null for 1, 2, 3 …
     */
    public static String fit(String ys, String xs, Long degree) {
        double[] y = SeriesTotals.allNumbers(ys);
        double[] x = xs == null && y != null ? places(y.length) : SeriesTotals.allNumbers(xs);
        boolean isPossible = x != null
                && y != null
                && degree != null
                && x.length == y.length
                && degree >= 1
                && degree <= HIGHEST_DEGREE
                && y.length > degree;
        return isPossible ? fit(x, y, degree.intValue()) : null;
    }

    private static String fit(double[] x, double[] y, int degree) {
        double middle = Arrays.stream(x).average().orElseThrow();
        double width = Arrays.stream(x).map(at -> Math.abs(at - middle)).max().orElseThrow();
        double[] scaled = Arrays.stream(x)
                .map(at -> width == 0 ? 0 : (at - middle) / width)
                .toArray();
        double[] lowestFirst = solve(scaled, y, degree);
        double average = Arrays.stream(y).average().orElseThrow();
        List<Double> fitted = new ArrayList<>();
        double rest = 0;
        double total = 0;
        for (int i = 0; i < y.length; i++) {
            double value = valueAt(lowestFirst, scaled[i]);
            fitted.add(value);
            rest += (y[i] - value) * (y[i] - value);
            total += (y[i] - average) * (y[i] - average);
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("rsquare", total == 0 ? 1.0 : 1 - rest / total);
        result.put("coefficients", highestFirst(unscaled(lowestFirst, middle, width == 0 ? 1 : width)));
        result.put("variance", total / (y.length - 1));
        result.put("rvariance", rest / (y.length - 1));
        result.put("poly_fit", fitted);
        return JsonText.of(result);
    }

    private static double[] places(int count) {
        double[] places = new double[count];
        Arrays.setAll(places, i -> i + 1);
        return places;
    }

    private static double valueAt(double[] lowestFirst, double x) {
        double value = 0;
        for (int power = lowestFirst.length - 1; power >= 0; power--) {
            value = value * x + lowestFirst[power];
        }
        return value;
    }

    /** Orthogonalises the powers of x one after the other (Gram and Schmidt), then solves for them backwards. */
    private static double[] solve(double[] x, double[] y, int degree) {
        double[][] columns = new double[degree + 1][];
        double[][] shares = new double[degree + 1][degree + 1];
        double[] goals = new double[degree + 1];
        double[] rest = y.clone();
        for (int power = 0; power <= degree; power++) {
            double[] column = new double[x.length];
            int exponent = power;
            Arrays.setAll(column, i -> Math.pow(x[i], exponent));
            for (int round = 0; round < 2; round++) {
                for (int before = 0; before < power; before++) {
                    double share = dot(columns[before], column);
                    shares[before][power] += share;
                    subtract(column, columns[before], share);
                }
            }
            double length = Math.sqrt(dot(column, column));
            shares[power][power] = length;
            columns[power] = Arrays.stream(column)
                    .map(value -> length == 0 ? 0 : value / length)
                    .toArray();
            goals[power] = dot(columns[power], rest);
            subtract(rest, columns[power], goals[power]);
        }
        return backwards(shares, goals);
    }

    private static double[] backwards(double[][] shares, double[] goals) {
        double[] solution = new double[goals.length];
        for (int row = goals.length - 1; row >= 0; row--) {
            double left = goals[row];
            for (int column = row + 1; column < goals.length; column++) {
                left -= shares[row][column] * solution[column];
            }
            solution[row] = shares[row][row] == 0 ? 0 : left / shares[row][row];
        }
        return solution;
    }

    /** The coefficients for x where they were found for (x - middle) / width. */
    private static double[] unscaled(double[] lowestFirst, double middle, double width) {
        double[] result = {0};
        for (int power = lowestFirst.length - 1; power >= 0; power--) {
            double[] next = new double[Math.min(result.length + 1, lowestFirst.length)];
            for (int i = 0; i < next.length; i++) {
                double shifted = i > 0 && i <= result.length ? result[i - 1] : 0;
                double kept = i < result.length ? result[i] : 0;
                next[i] = (shifted - middle * kept) / width;
            }
            next[0] += lowestFirst[power];
            result = next;
        }
        return result;
    }

    private static List<Double> highestFirst(double[] lowestFirst) {
        List<Double> coefficients = new ArrayList<>();
        for (int power = lowestFirst.length - 1; power >= 0; power--) {
            coefficients.add(lowestFirst[power]);
        }
        return coefficients;
    }

    private static double dot(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * right[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double[] column, double times) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= times * column[i];
        }
    }
}
