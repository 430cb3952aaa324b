package io.adxflow.kql.value;

import java.util.stream.Stream;

/** Densities, inverses and tests made of the beta distribution. */
public final class Distributions {
    private Distributions() {}

    public static double betaDensity(double x, double a, double b) {
        if (a <= 0 || b <= 0 || Double.isNaN(x)) {
            return Double.NaN;
        }
        if (x < 0 || x > 1) {
            return 0;
        }
        double scale = SpecialMath.logGamma(a + b) - SpecialMath.logGamma(a) - SpecialMath.logGamma(b);
        return Math.exp(scale) * Math.pow(x, a - 1) * Math.pow(1 - x, b - 1);
    }

    /** Null when the probability is none, NaN when the parameters are not positive. */
    public static Double betaInverse(double probability, double a, double b) {
        if (a <= 0 || b <= 0) {
            return Double.NaN;
        }
        if (!(probability >= 0 && probability <= 1)) {
            return null;
        }
        double low = 0;
        double high = 1;
        for (int step = 0; step < 1100 && low < high; step++) {
            double middle = (low + high) / 2;
            if (middle == low || middle == high) {
                break;
            }
            if (SpecialMath.betaCdf(middle, a, b) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return probability == 0 ? (Double) 0.0 : (Double) high;
    }

    /** Mean, variance and count of two samples; the probability that means so far apart come from one population. */
    public static Double welchTest(Object[] samples) {
        double[] values = Stream.of(samples).mapToDouble(Double.class::cast).toArray();
        if (values[2] < 2 || values[5] < 2) {
            return null;
        }
        double first = values[1] / values[2];
        double second = values[4] / values[5];
        double t = (values[0] - values[3]) / Math.sqrt(first + second);
        double freedom = (first + second)
                * (first + second)
                / (first * first / (values[2] - 1) + second * second / (values[5] - 1));
        return SpecialMath.betaCdf(freedom / (freedom + t * t), freedom / 2, 0.5);
    }
}
