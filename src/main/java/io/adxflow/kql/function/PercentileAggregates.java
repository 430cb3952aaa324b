package io.adxflow.kql.function;

import static io.adxflow.kql.function.AggregateFunction.aggregate;
import static io.adxflow.kql.function.JavaFunction.java;

import io.adxflow.kql.function.AggregateFunction.Spread;
import io.adxflow.kql.value.Sketches;
import java.util.List;

/** Percentiles by the nearest rank: always a value that is there. */
final class PercentileAggregates {
    private static final String FRACTIONS = "list_transform(coalesce(%s, '[]')::JSON::DOUBLE[], lambda p: p / 100)";
    private static final String WEIGHTED = "(CASE WHEN typeof(first(%1$s)) = 'DOUBLE'"
            + " THEN kql_percentilesw(string_agg(%1$s::VARCHAR || ' ' || %2$s::VARCHAR, ','), %3$s)"
            + " ELSE kql_percentilesw_whole(string_agg(%1$s::VARCHAR || ' ' || %2$s::VARCHAR, ','), %3$s) END)";
    private static final String PERCENTILES = "The values that so many percent do not exceed, as an array";
    private static final String WEIGHTED_PERCENTILES =
            "Percentiles where each value counts as often as its weight, as an array";

    static final List<AggregateFunction> ALL = List.of(
            aggregate(
                            "percentile(value: scalar, const percentile: real): first",
                            "quantile_disc({0}, ({1}) / 100)",
                            "percentile",
                            "The value that so many percent do not exceed")
                    .spread(Spread.CONSTANTS),
            aggregate(
                            "percentiles(value: scalar, const percentile: real): first",
                            "quantile_disc({0}, ({1}) / 100)",
                            "percentile",
                            "The values that so many percent do not exceed")
                    .spread(Spread.CONSTANTS),
            aggregate(
                    "percentiles_array(value: number, const percentile: real...): dynamic",
                    "to_json(quantile_disc({0}, [{*, :(?) / 100}]))::VARCHAR",
                    "percentiles",
                    PERCENTILES),
            aggregate(
                    "percentiles_array(value: number, const percentiles: dynamic): dynamic",
                    "to_json(quantile_disc({0}, " + FRACTIONS.formatted("{1}") + "))::VARCHAR",
                    "percentiles",
                    PERCENTILES),
            aggregate(
                            "percentilew(value: long, weight: long, const percentile: real): long",
                            "kql_percentilew(string_agg({0}::VARCHAR || ' ' || {1}::VARCHAR, ','), {2})::BIGINT",
                            "percentilew",
                            "A percentile where each value counts as often as its weight")
                    .spread(Spread.CONSTANTS),
            aggregate(
                            "percentilew(value: real, weight: long, const percentile: real): real",
                            "kql_percentilew(string_agg({0}::VARCHAR || ' ' || {1}::VARCHAR, ','), {2})",
                            "percentilew",
                            "A percentile where each value counts as often as its weight")
                    .spread(Spread.CONSTANTS),
            aggregate(
                            "percentilesw(value: long, weight: long, const percentile: real): long",
                            "kql_percentilew(string_agg({0}::VARCHAR || ' ' || {1}::VARCHAR, ','), {2})::BIGINT",
                            "percentile",
                            "Percentiles where each value counts as often as its weight")
                    .spread(Spread.CONSTANTS),
            aggregate(
                            "percentilesw(value: real, weight: long, const percentile: real): real",
                            "kql_percentilew(string_agg({0}::VARCHAR || ' ' || {1}::VARCHAR, ','), {2})",
                            "percentile",
                            "Percentiles where each value counts as often as its weight")
                    .spread(Spread.CONSTANTS),
            aggregate(
                    "percentilesw_array(value: number, weight: long, const percentile: real...): dynamic",
                    WEIGHTED.formatted("{0}", "{1}", "to_json([{*}])::VARCHAR"),
                    "percentiles",
                    WEIGHTED_PERCENTILES),
            aggregate(
                    "percentilesw_array(value: number, weight: long, const percentiles: dynamic): dynamic",
                    WEIGHTED.formatted("{0}", "{1}", "{2}"),
                    "percentiles",
                    WEIGHTED_PERCENTILES));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_percentilew(string, real): real", Sketches::weightedPercentile),
            java("kql_percentilesw(string, dynamic): dynamic", Sketches::weightedPercentiles),
            java("kql_percentilesw_whole(string, dynamic): dynamic", Sketches::wholeWeightedPercentiles));

    private PercentileAggregates() {}
}
