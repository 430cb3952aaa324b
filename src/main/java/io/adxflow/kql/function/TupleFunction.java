package io.adxflow.kql.function;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import java.util.List;
import java.util.Optional;

/**
 * A function that gives several columns where it stands alone in {@code extend}, {@code project} or {@code print}, and the
 * first of them elsewhere.
 *
 * @param bag the function that gives all values as one bag
 * @param columns the keys of the bag and their types
 */
public record TupleFunction(String name, String bag, List<Column> columns) {
    private static final List<TupleFunction> ALL = List.of(
            new TupleFunction(
                    "series_fit_line",
                    "series_fit_line_dynamic",
                    List.of(
                            real("rsquare"),
                            real("slope"),
                            real("variance"),
                            real("rvariance"),
                            real("interception"),
                            array("line_fit"))),
            new TupleFunction("series_fft", "__series_fft", List.of(array("real"), array("imag"))),
            new TupleFunction("series_ifft", "__series_ifft", List.of(array("real"), array("imag"))),
            new TupleFunction(
                    "series_fit_poly",
                    "__series_fit_poly",
                    List.of(
                            real("rsquare"),
                            array("coefficients"),
                            real("variance"),
                            real("rvariance"),
                            array("poly_fit"))),
            new TupleFunction(
                    "series_stats",
                    "series_stats_dynamic",
                    List.of(
                            real("min"),
                            new Column("min_idx", KqlType.LONG),
                            real("max"),
                            new Column("max_idx", KqlType.LONG),
                            real("avg"),
                            real("stdev"),
                            real("variance"))));

    private static Column array(String name) {
        return new Column(name, KqlType.DYNAMIC);
    }

    private static Column real(String name) {
        return new Column(name, KqlType.REAL);
    }

    /** The function of this name that gives several columns; empty when there is none. */
    public static Optional<TupleFunction> named(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).findFirst();
    }
}
