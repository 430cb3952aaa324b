package io.adxflow.kql.value;

import java.util.Arrays;
import java.util.Objects;

/** Linear filters over numeric arrays; null when an element is no number. */
public final class SeriesFilters {
    private SeriesFilters() {}

    /** By default a filter of positive coefficients is normalised, so that they sum to 1. */
    public static String fir(String series, String filter, Boolean normalize, Boolean center) {
        double[] input = complete(series);
        double[] taps = complete(filter);
        if (input == null || taps == null) {
            return null;
        }
        boolean isPositive = Arrays.stream(taps).allMatch(tap -> tap >= 0);
        boolean isNormalized = normalize == null ? isPositive : normalize;
        if (isNormalized && !isPositive) {
            return null;
        }
        double sum = Arrays.stream(taps).sum();
        double scale = isNormalized && sum != 0 ? 1 / sum : 1;
        int shift = Boolean.TRUE.equals(center) ? taps.length / 2 : 0;
        double[] output = new double[input.length];
        for (int i = 0; i < input.length; i++) {
            for (int tap = 0; tap < taps.length; tap++) {
                int from = i + shift - tap;
                output[i] += from < 0 || from >= input.length ? 0 : scale * taps[tap] * input[from];
            }
        }
        return text(output);
    }

    public static String iir(String series, String numerators, String denominators) {
        double[] input = complete(series);
        double[] forward = complete(numerators);
        double[] backward = complete(denominators);
        if (input == null || forward == null || backward == null || backward.length == 0 || backward[0] == 0) {
            return null;
        }
        double[] output = new double[input.length];
        for (int i = 0; i < input.length; i++) {
            for (int tap = 0; tap < forward.length && tap <= i; tap++) {
                output[i] += forward[tap] * input[i - tap];
            }
            for (int tap = 1; tap < backward.length && tap <= i; tap++) {
                output[i] -= backward[tap] * output[i - tap];
            }
            output[i] /= backward[0];
        }
        return text(output);
    }

    private static double[] complete(String json) {
        Double[] numbers = json == null ? null : Series.numbers(json);
        return numbers == null || Arrays.stream(numbers).anyMatch(Objects::isNull)
                ? null
                : Arrays.stream(numbers).mapToDouble(Double::doubleValue).toArray();
    }

    private static String text(double[] values) {
        return JsonText.of(Arrays.stream(values).boxed().toList());
    }
}
