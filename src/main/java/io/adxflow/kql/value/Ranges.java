package io.adxflow.kql.value;

import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.TimespanText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Arrays of evenly spaced values, the first 1,048,576 of them, as Kusto cuts them; null for a step of zero. */
public final class Ranges {
    private static final int LONGEST = 1_048_576;

    private Ranges() {}

    public static String longs(long start, long stop, long step) {
        return steps(start, stop, step, Long::valueOf);
    }

    public static String datetimes(long start, long stop, long step) {
        return steps(start, stop, step, DatetimeText::of);
    }

    public static String timespans(long start, long stop, long step) {
        return steps(start, stop, step, TimespanText::of);
    }

    public static String reals(double start, double stop, double step) {
        if (step == 0 || Double.isNaN(start + stop + step)) {
            return null;
        }
        List<Double> values = new ArrayList<>();
        for (double value = start;
                values.size() < LONGEST && (step > 0 ? value <= stop : value >= stop);
                value = start + values.size() * step) {
            values.add(value);
        }
        return JsonText.of(values);
    }

    private static String steps(long start, long stop, long step, LongFunction<Object> value) {
        if (step == 0) {
            return null;
        }
        List<Object> values = new ArrayList<>();
        for (long next = start; values.size() < LONGEST && (step > 0 ? next <= stop : next >= stop); next += step) {
            values.add(value.apply(next));
            if (step > 0 ? next > Long.MAX_VALUE - step : next < Long.MIN_VALUE - step) {
                break;
            }
        }
        return JsonText.of(values);
    }
}
