package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Fourier;
import io.adxflow.kql.value.Polynomials;
import io.adxflow.kql.value.Seasons;
import io.adxflow.kql.value.Series;
import io.adxflow.kql.value.SeriesFill;
import io.adxflow.kql.value.SeriesFilters;
import io.adxflow.kql.value.SeriesTotals;
import java.util.ArrayList;
import java.util.List;

/** Numeric arrays: element by element, filled up, filtered, fitted. An element that is no number gives null at its place. */
final class SeriesFunctions {
    private static final List<String> BINARY = List.of("add", "subtract", "multiply", "divide", "pow");
    private static final List<String> COMPARISONS =
            List.of("equals", "not_equals", "less", "less_equals", "greater", "greater_equals");
    private static final List<String> UNARY =
            List.of("abs", "acos", "asin", "atan", "ceiling", "cos", "exp", "floor", "log", "sign", "sin", "tan");

    private static final List<KqlFunction> OTHERS = List.of(
            scalar("series_sum(series: dynamic): real", "kql_series_total('sum', {0})", "The sum of the elements"),
            scalar(
                    "series_product(series: dynamic): real",
                    "kql_series_total('product', {0})",
                    "The product of the elements"),
            scalar(
                    "series_magnitude(series: dynamic): real",
                    "kql_series_total('magnitude', {0})",
                    "The root of the sum of squares"),
            scalar(
                    "series_dot_product(left: value, right: value): real",
                    "kql_series_pair('dot', {0}, {1})",
                    "The sum of the products"),
            scalar(
                    "series_cosine_similarity(left: dynamic, right: dynamic): real",
                    "kql_series_pair('cosine', {0}, {1})",
                    "The cosine of the angle between two vectors"),
            scalar(
                    "series_pearson_correlation(left: dynamic, right: dynamic): real",
                    "kql_series_pair('pearson', {0}, {1})",
                    "Pearson's coefficient of correlation"),
            scalar(
                            "series_fill_const(series: dynamic, constant: real, [missing: value = NULL]): dynamic",
                            "kql_series_fill_const({0}, {1}, {2})",
                            "Missing elements replaced by a constant")
                    .named(),
            scalar(
                            "series_fill_forward(series: dynamic, [missing: value = NULL]): dynamic",
                            "kql_series_fill('forward', {0}, {1})",
                            "Missing elements replaced by the one before")
                    .named(),
            scalar(
                            "series_fill_backward(series: dynamic, [missing: value = NULL]): dynamic",
                            "kql_series_fill('backward', {0}, {1})",
                            "Missing elements replaced by the one behind")
                    .named(),
            scalar(
                            "series_fill_linear(series: dynamic, [missing: value = NULL], [fill_edges: bool = true],"
                                    + " [constant: real = 0.0]): dynamic",
                            "kql_series_fill_linear({0}, {1}, {2}, {3}::DOUBLE)",
                            "Missing elements on the line between their neighbours; a constant where all are missing")
                    .named(),
            scalar(
                    "series_fir(series: dynamic, filter: dynamic, [normalize: bool = NULL], [center: bool = false]):"
                            + " dynamic",
                    "kql_series_fir({0}, {1}, {2}, {3})",
                    "A finite impulse response filter"),
            scalar(
                    "series_iir(series: dynamic, numerators: dynamic, denominators: dynamic): dynamic",
                    "kql_series_iir({0}, {1}, {2})",
                    "An infinite impulse response filter"),
            scalar(
                    "series_stats_dynamic(series: dynamic, [ignore_nonfinite: bool = false]): dynamic",
                    "kql_series_stats({0}, {1})",
                    "Least, greatest, average, deviation, variance, sum and length"),
            scalar(
                    "series_fit_line_dynamic(series: dynamic): dynamic",
                    "kql_series_fit_line({0})",
                    "The line that fits best"),
            scalar(
                            "series_stats(series: dynamic, [ignore_nonfinite: bool = false]): real",
                            "kql_dynamic_to_real(json_extract(kql_series_stats({0}, {1}), '$.min'))",
                            "As columns min, min_idx, max, max_idx, avg, stdev and variance; the first elsewhere")
                    .named("series_stats"),
            scalar(
                            "series_fit_line(series: dynamic): real",
                            "kql_dynamic_to_real(json_extract(kql_series_fit_line({0}), '$.rsquare'))",
                            "As columns rsquare, slope, variance, rvariance, interception and line_fit; the first elsewhere")
                    .named("series_fit_line"),
            scalar(
                    "series_outliers(series: dynamic, [kind: ctukey|tukey = 'ctukey'], [ignored: real = NULL], [low: real ="
                            + " 10.0], [high: real = 90.0]): dynamic",
                    "kql_series_outliers({0}, {1}, {2}::DOUBLE, {3}::DOUBLE, {4}::DOUBLE)",
                    "How far elements lie outside of the usual range, after Tukey"),
            scalar(
                    "series_seasonal(series: dynamic, period: long): dynamic",
                    "kql_series_seasonal({0}, {1})",
                    "The medians of the values that lie whole periods apart"),
            scalar(
                    "__series_fft(real: dynamic, [imaginary: dynamic = NULL]): dynamic",
                    "kql_series_fft({0}, {1})",
                    "Both parts of the Fourier transform"),
            scalar(
                    "__series_ifft(real: dynamic, [imaginary: dynamic = NULL]): dynamic",
                    "kql_series_ifft({0}, {1})",
                    "Both parts of the series"),
            scalar(
                    "__series_fit_poly(y: dynamic, [x: dynamic = NULL], [degree: long = 1]): dynamic",
                    "kql_series_fit_poly({0}, {1}, {2})",
                    "The polynomial that fits best"),
            scalar(
                            "series_fft(real: dynamic, [imaginary: dynamic = NULL]): dynamic",
                            "(kql_series_fft({0}, {1})::JSON -> '$.real')::VARCHAR",
                            "The Fourier transform, as columns real and imag; the first elsewhere")
                    .named("series_fft"),
            scalar(
                            "series_ifft(real: dynamic, [imaginary: dynamic = NULL]): dynamic",
                            "(kql_series_ifft({0}, {1})::JSON -> '$.real')::VARCHAR",
                            "The series of a Fourier transform, as columns real and imag; the first elsewhere")
                    .named("series_ifft"),
            scalar(
                            "series_fit_poly(y: dynamic, [x: dynamic = NULL], [degree: long = 1]): real",
                            "kql_dynamic_to_real((kql_series_fit_poly({0}, {1}, {2})::JSON -> '$.rsquare')::VARCHAR)",
                            "As columns rsquare, coefficients, variance, rvariance and poly_fit; the first elsewhere")
                    .named("series_fit_poly"));

    static final List<KqlFunction> ALL = all();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_series_binary(string, dynamic, dynamic): dynamic", Series::binary),
            java("kql_series_compare(string, dynamic, dynamic): dynamic", Series::compare),
            java("kql_series_unary(string, dynamic): dynamic", Series::unary),
            java("kql_series_total(string, dynamic): real", SeriesTotals::total),
            java("kql_series_pair(string, dynamic, dynamic): real", SeriesTotals::pair),
            java("kql_series_fill_const(dynamic, real, dynamic): dynamic", SeriesFill::constant)
                    .withNulls(),
            java("kql_series_fill(string, dynamic, dynamic): dynamic", SeriesFill::fill)
                    .withNulls(),
            java("kql_series_fill_linear(dynamic, dynamic, bool, real): dynamic", SeriesFill::linear)
                    .withNulls(),
            java("kql_series_fir(dynamic, dynamic, bool, bool): dynamic", SeriesFilters::fir)
                    .withNulls(),
            java("kql_series_iir(dynamic, dynamic, dynamic): dynamic", SeriesFilters::iir),
            java("kql_series_stats(dynamic, bool): dynamic", SeriesTotals::stats),
            java("kql_series_fit_line(dynamic): dynamic", SeriesTotals::line),
            JavaFunction.all("kql_series_outliers(dynamic, string, real, real, real): dynamic", SeriesTotals::outliers)
                    .withNulls(),
            java("kql_series_seasonal(dynamic, long): dynamic", Seasons::of),
            java("kql_series_fft(dynamic, dynamic): dynamic", Fourier::transform)
                    .withNulls(),
            java("kql_series_ifft(dynamic, dynamic): dynamic", Fourier::inverse).withNulls(),
            java("kql_series_fit_poly(dynamic, dynamic, long): dynamic", Polynomials::fit)
                    .withNulls());

    private SeriesFunctions() {}

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>();
        BINARY.forEach(name -> all.add(scalar(
                "series_" + name + "(left: value, right: value): dynamic",
                "kql_series_binary('" + name + "', {0}, {1})",
                "Element by element: " + name)));
        COMPARISONS.forEach(name -> all.add(scalar(
                "series_" + name + "(left: value, right: value): dynamic",
                "kql_series_compare('" + name + "', {0}, {1})",
                "Element by element: " + name.replace('_', ' '))));
        UNARY.forEach(name -> all.add(scalar(
                "series_" + name + "(series: dynamic): dynamic",
                "kql_series_unary('" + name + "', {0})",
                "Of each element: " + name)));
        all.addAll(OTHERS);
        return List.copyOf(all);
    }
}
