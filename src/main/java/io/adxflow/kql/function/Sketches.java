package io.adxflow.kql.function;

import java.util.Map;
import java.util.TreeMap;

/** Percentiles of weighted values. */
final class Sketches {
    private Sketches() {}

    /** Of {@code value weight,value weight…}: the least value that so many percent of the weight do not exceed. */
    static Double weightedPercentile(String values, double percentile) {
        TreeMap<Double, Double> weights = new TreeMap<>();
        for (String pair : values.split(",")) {
            int blank = pair.indexOf(' ');
            weights.merge(
                    Double.valueOf(pair.substring(0, blank)), Double.valueOf(pair.substring(blank + 1)), Double::sum);
        }
        double total =
                weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double seen = 0;
        for (Map.Entry<Double, Double> entry : weights.entrySet()) {
            seen += entry.getValue();
            if (seen >= total * percentile / 100) {
                return entry.getKey();
            }
        }
        return null;
    }
}
