package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Summaries of many values that can be merged, in a form of our own: for distinct counts the least hashes, for percentiles
 * values with weights. Both are exact until they are full.
 */
public final class Sketches {
    private static final int HASHES = 16_384;
    private static final int CENTROIDS = 2_048;

    private Sketches() {}

    /** Of hashes separated by commas. */
    public static String distinct(String hashes) {
        TreeSet<Long> least = new TreeSet<>(Long::compareUnsigned);
        for (String hash : hashes.split(",")) {
            least.add(Long.valueOf(hash));
        }
        return text(least);
    }

    /** Of several summaries of distinct values; what is none is skipped. */
    public static String mergedDistinct(Object[] summaries) {
        TreeSet<Long> least = new TreeSet<>(Long::compareUnsigned);
        for (Object summary : summaries) {
            hashes((String) summary).stream().filter(Long.class::isInstance).forEach(hash -> least.add((Long) hash));
        }
        return text(least);
    }

    public static long distinctCount(String summary) {
        List<Long> hashes = hashes(summary).stream()
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .toList();
        if (hashes.size() < HASHES) {
            return hashes.size();
        }
        double greatest = unsigned(hashes.get(HASHES - 1));
        return Math.round((HASHES - 1) / (greatest / 0x1p64));
    }

    /** Of {@code value weight,value weight…}. */
    public static String digest(String values) {
        return text(weights(values));
    }

    public static String mergedDigest(Object[] digests) {
        TreeMap<Double, Double> weights = new TreeMap<>();
        for (Object digest : digests) {
            weights(digest == null ? null : DynamicArrays.elements((String) digest), weights);
        }
        return text(weights);
    }

    /** The least value that so many percent of the weight do not exceed; null for an empty digest. */
    public static Double percentile(String digest, double percentile) {
        return percentile(weightsOf(digest), percentile);
    }

    /** A digest, then percentiles; their values as an array. */
    public static String percentiles(Object[] arguments) {
        return percentiles(weightsOf((String) arguments[0]), arguments);
    }

    /** Values with weights, then percentiles; their values as an array. */
    /** The values at each of an array of percentiles. */
    public static String weightedPercentiles(String values, String percentiles) {
        return JsonText.of(percentiles(weights(values), percentiles));
    }

    /** The same of whole numbers. */
    public static String wholeWeightedPercentiles(String values, String percentiles) {
        return JsonText.of(percentiles(weights(values), percentiles).stream()
                .map(value -> value == null ? null : Math.round(value))
                .toList());
    }

    private static List<Double> percentiles(TreeMap<Double, Double> weights, String percentiles) {
        List<Double> values = new ArrayList<>();
        for (Object percentile : DynamicArrays.elements(percentiles)) {
            values.add(percentile instanceof Number number ? percentile(weights, number.doubleValue()) : null);
        }
        return values;
    }

    private static String percentiles(TreeMap<Double, Double> weights, Object[] arguments) {
        List<Object> values = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            values.add(percentile(weights, (Double) arguments[i]));
        }
        return JsonText.of(values);
    }

    public static Double weightedPercentile(String values, double percentile) {
        return percentile(weights(values), percentile);
    }

    /** The weight of the values that are not greater. */
    public static Double rank(String digest, double value) {
        return weightsOf(digest).headMap(value, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The percent of the weight that is not greater; null for an empty digest. */
    public static Double percentRank(String digest, double value) {
        double total = total(weightsOf(digest));
        return total == 0 ? null : (Double) (100 * rank(digest, value) / total);
    }

    private static Double percentile(TreeMap<Double, Double> weights, double percentile) {
        double wanted = total(weights) * percentile / 100;
        double seen = 0;
        for (Double value : weights.keySet()) {
            seen += weights.get(value);
            if (seen >= wanted) {
                return value;
            }
        }
        return weights.isEmpty() ? null : weights.lastKey();
    }

    private static double total(TreeMap<Double, Double> weights) {
        return weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static TreeMap<Double, Double> weights(String values) {
        TreeMap<Double, Double> weights = new TreeMap<>();
        for (String pair : values.split(",")) {
            int blank = pair.indexOf(' ');
            weights.merge(real(pair.substring(0, blank)), real(pair.substring(blank + 1)), Double::sum);
        }
        return weights;
    }

    private static TreeMap<Double, Double> weightsOf(String digest) {
        TreeMap<Double, Double> weights = new TreeMap<>();
        weights(DynamicArrays.elements(digest), weights);
        return weights;
    }

    /** As DuckDB writes them. */
    private static double real(String text) {
        return switch (text) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static void weights(List<?> centroids, TreeMap<Double, Double> weights) {
        for (Object centroid : centroids == null ? List.of() : centroids) {
            if (centroid instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof Number value
                    && pair.get(1) instanceof Number weight) {
                weights.merge(value.doubleValue(), weight.doubleValue(), Double::sum);
            }
        }
    }

    /** Neighbours are joined, to the value of the heavier one, until there are few enough. */
    private static String text(TreeMap<Double, Double> weights) {
        List<List<Double>> centroids = new ArrayList<>();
        weights.forEach((value, weight) -> centroids.add(List.of(value, weight)));
        List<List<Double>> few = centroids;
        while (few.size() > CENTROIDS) {
            few = joined(few);
        }
        return JsonText.of(few);
    }

    private static List<List<Double>> joined(List<List<Double>> centroids) {
        List<List<Double>> half = new ArrayList<>();
        for (int i = 0; i < centroids.size(); i += 2) {
            List<Double> left = centroids.get(i);
            List<Double> right = centroids.get(Math.min(i + 1, centroids.size() - 1));
            List<Double> heavier = left.get(1) >= right.get(1) ? left : right;
            half.add(left == right ? left : List.of(heavier.get(0), left.get(1) + right.get(1)));
        }
        return half;
    }

    private static String text(TreeSet<Long> hashes) {
        return JsonText.of(hashes.stream().limit(HASHES).toList());
    }

    private static List<?> hashes(String summary) {
        List<?> hashes = summary == null ? null : DynamicArrays.elements(summary);
        return hashes == null ? List.of() : hashes;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + 0x1p64;
    }
}
