package io.adxflow.kql.value;

/** Functions that neither Java nor DuckDB has, to about 14 digits. */
public final class SpecialMath {
    /** Lanczos' coefficients for g = 7. */
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private SpecialMath() {}

    public static double gamma(double x) {
        if (x <= 0 && x == Math.floor(x)) {
            return Double.NaN;
        }
        if (x < 0.5) {
            return Math.PI / (Math.sin(Math.PI * x) * gamma(1 - x));
        }
        if (x == Math.floor(x) && x < 24) {
            return factorial((int) x - 1);
        }
        return Math.exp(logGamma(x));
    }

    /** Infinite at zero and at the whole numbers below it. */
    public static double logGamma(double x) {
        if (x <= 0 && x == Math.rint(x)) {
            return Double.POSITIVE_INFINITY;
        }
        if (x == Math.floor(x) && x < 24) {
            return Math.log(factorial((int) x - 1));
        }
        if (x < 0.5) {
            return Math.log(Math.abs(Math.PI / Math.sin(Math.PI * x))) - logGamma(1 - x);
        }
        double sum = LANCZOS[0];
        for (int i = 1; i < LANCZOS.length; i++) {
            sum += LANCZOS[i] / (x - 1 + i);
        }
        double t = x + 6.5;
        return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
    }

    public static double erf(double x) {
        double size = Math.abs(x);
        double value = size < 3 ? erfSeries(size) : 1 - erfcFraction(size);
        return x < 0 ? -value : value;
    }

    /** The regularised incomplete beta function. */
    public static double betaCdf(double x, double a, double b) {
        if (a <= 0 || b <= 0 || x < 0 || x > 1 || Double.isNaN(x)) {
            return Double.NaN;
        }
        if (x == 0 || x == 1) {
            return x;
        }
        double front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
        return x < (a + 1) / (a + b + 2)
                ? front * betaFraction(x, a, b) / a
                : 1 - front * betaFraction(1 - x, b, a) / b;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }

    private static double erfSeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; n < 200 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= -x * x / n;
            sum += term / (2 * n + 1);
        }
        return 2 / Math.sqrt(Math.PI) * sum;
    }

    private static double erfcFraction(double x) {
        double tail = 0;
        for (int n = 60; n > 0; n--) {
            tail = n / 2.0 / (x + tail);
        }
        return Math.exp(-x * x) / Math.sqrt(Math.PI) / (x + tail);
    }

    /** Lentz' method. */
    private static double betaFraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / notZero(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m <= 300; m++) {
            double even = m * (b - m) * x / ((a - 1 + 2 * m) * (a + 2 * m));
            d = 1 / notZero(1 + even * d);
            c = notZero(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 1 + 2 * m));
            d = 1 / notZero(1 + odd * d);
            c = notZero(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                return value;
            }
        }
        return value;
    }

    private static double notZero(double value) {
        return Math.abs(value) < 1e-300 ? 1e-300 : value;
    }
}
