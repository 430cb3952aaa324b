package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What repeats in a series. */
public final class Seasons {
    private Seasons() {}

    /** At each place the median of all values that lie whole periods away; null when it is no array of numbers. */
    public static String of(String series, long period) {
        double[] values = SeriesTotals.allNumbers(series);
        if (values == null || period < 1) {
            return null;
        }
        List<Double> seasonal = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            seasonal.add(i < period ? median(values, i, period) : seasonal.get((int) (i % period)));
        }
        return JsonText.of(seasonal);
    }

    private static double median(double[] values, int first, long period) {
        double[] same = new double[(int) ((values.length - first - 1) / period + 1)];
        Arrays.setAll(same, i -> values[(int) (first + i * period)]);
        Arrays.sort(same);
        int middle = same.length / 2;
        return same.length % 2 == 1 ? same[middle] : (same[middle - 1] + same[middle]) / 2;
    }
}
