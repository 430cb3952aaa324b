package io.adxflow.kql.value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Numbers about numeric arrays. */
public final class SeriesTotals {
    private SeriesTotals() {}

    public static Double total(String kind, String series) {
        double[] values = values(Series.numbers(series));
        if (values == null) {
            return null;
        }
        return switch (kind) {
            case "sum" -> Arrays.stream(values).sum();
            case "product" -> Arrays.stream(values).reduce(1, (a, b) -> a * b);
            case "magnitude" -> Math.sqrt(
                    Arrays.stream(values).map(value -> value * value).sum());
            default -> throw new IllegalArgumentException("no total '" + kind + "'");
        };
    }

    public static Double pair(String kind, String left, String right) {
        Double[] products = Series.numbers(Series.binary("multiply", left, right));
        if (products == null || Arrays.stream(products).anyMatch(Objects::isNull)) {
            return null;
        }
        double dot = Arrays.stream(products).mapToDouble(Double::doubleValue).sum();
        return switch (kind) {
            case "dot" -> (Double) dot;
            case "cosine" -> cosine(dot, total("magnitude", left), total("magnitude", right));
            case "pearson" -> pearson(values(Series.numbers(left)), values(Series.numbers(right)), dot);
            default -> throw new IllegalArgumentException("no measure '" + kind + "'");
        };
    }

    private static Double cosine(double dot, Double left, Double right) {
        return left == null || right == null ? null : (Double) (dot / (left * right));
    }

    /** Null and non-finite elements make everything null, unless they are to be ignored. */
    public static String stats(String series, boolean ignoreNonFinite) {
        Double[] all = Series.numbers(series);
        if (all == null) {
            return null;
        }
        double[] values = values(all);
        boolean isFinite = values.length == all.length && Arrays.stream(values).allMatch(Double::isFinite);
        if (!isFinite && !ignoreNonFinite) {
            return null;
        }
        double[] finite = Arrays.stream(values).filter(Double::isFinite).toArray();
        double sum = Arrays.stream(finite).sum();
        double average = sum / finite.length;
        double variance = finite.length < 2 ? 0 : squares(finite, average) / (finite.length - 1);
        double least = Arrays.stream(finite).min().orElse(Double.NaN);
        double greatest = Arrays.stream(finite).max().orElse(Double.NaN);
        List<Double> places = Arrays.asList(all);
        Map<String, Object> stats = new LinkedHashMap<>();
        stats.put("min", least);
        stats.put("min_idx", (long) places.indexOf(least));
        stats.put("max", greatest);
        stats.put("max_idx", (long) places.indexOf(greatest));
        stats.put("avg", average);
        stats.put("stdev", Math.sqrt(variance));
        stats.put("variance", variance);
        stats.put("sum", sum);
        stats.put("len", (long) all.length);
        return JsonText.of(stats);
    }

    /** Least squares over the positions 0, 1, 2 … */
    public static String line(String series) {
        Double[] all = Series.numbers(series);
        double[] y = values(all);
        if (y == null || y.length != all.length || y.length < 2) {
            return null;
        }
        double middle = (y.length - 1) / 2.0;
        double average = Arrays.stream(y).average().orElseThrow();
        double covariance = 0;
        double spread = 0;
        for (int i = 0; i < y.length; i++) {
            covariance += (i - middle) * (y[i] - average);
            spread += (i - middle) * (i - middle);
        }
        double slope = covariance / spread;
        double intercept = average - slope * middle;
        double[] fit = new double[y.length];
        double rest = 0;
        for (int i = 0; i < y.length; i++) {
            fit[i] = intercept + slope * i;
            rest += (y[i] - fit[i]) * (y[i] - fit[i]);
        }
        double total = squares(y, average);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("rsquare", total == 0 ? 1.0 : 1 - rest / total);
        line.put("slope", slope);
        line.put("variance", total / (y.length - 1));
        line.put("rvariance", rest / (y.length - 1));
        line.put("interception", intercept);
        line.put("line_fit", Arrays.stream(fit).boxed().toList());
        return JsonText.of(line);
    }

    /**
     * How many ranges between two quantiles an element lies beyond them: 10 and 90 % for ctukey, where others can be
     * chosen, 25 and 75 % for tukey. What is ignored, and what is no number, scores 0.
     */
    public static String outliers(Object[] arguments) {
        Double[] all = Series.numbers((String) arguments[0]);
        Double ignored = (Double) arguments[2];
        double[] sorted = all == null
                ? null
                : values(Arrays.stream(all)
                        .filter(value -> value != null && !value.equals(ignored))
                        .toArray(Double[]::new));
        if (sorted == null || sorted.length < 3) {
            return null;
        }
        Arrays.sort(sorted);
        boolean isTukey = "tukey".equalsIgnoreCase((String) arguments[1]);
        double low = quantile(sorted, isTukey ? 0.25 : (Double) arguments[3] / 100);
        double high = quantile(sorted, isTukey ? 0.75 : (Double) arguments[4] / 100);
        return JsonText.of(Arrays.stream(all)
                .map(value -> value == null || value.equals(ignored) ? 0.0 : distance(value, low, high))
                .toList());
    }

    private static double distance(double value, double low, double high) {
        return value > high ? (value - high) / (high - low) : value < low ? (value - low) / (high - low) : 0.0;
    }

    private static Double pearson(double[] x, double[] y, double dot) {
        if (x == null || y == null || x.length < 2 || x.length != y.length) {
            return null;
        }
        double averageX = Arrays.stream(x).average().orElseThrow();
        double averageY = Arrays.stream(y).average().orElseThrow();
        return (dot - x.length * averageX * averageY) / Math.sqrt(squares(x, averageX) * squares(y, averageY));
    }

    private static double squares(double[] values, double average) {
        return Arrays.stream(values)
                .map(value -> (value - average) * (value - average))
                .sum();
    }

    private static double quantile(double[] sorted, double fraction) {
        double at = fraction * (sorted.length - 1);
        int below = (int) at;
        double above = sorted[Math.min(below + 1, sorted.length - 1)];
        return sorted[below] + (at - below) * (above - sorted[below]);
    }

    /** The numbers of an array that holds nothing else; null when it is none. */
    static double[] allNumbers(String series) {
        Double[] all = series == null ? null : Series.numbers(series);
        double[] values = values(all);
        return values == null || values.length != all.length ? null : values;
    }

    private static double[] values(Double[] numbers) {
        return numbers == null
                ? null
                : Arrays.stream(numbers)
                        .filter(Objects::nonNull)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
    }
}
