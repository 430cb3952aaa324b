package io.adxflow.kql.function;

import static io.adxflow.kql.function.AggregateFunction.aggregate;
import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.DynamicArrays;
import io.adxflow.kql.value.Sketches;
import java.util.List;

/** Summaries for distinct counts and percentiles, in a form of our own that only these functions read. */
final class SketchFunctions {
    private static final String HASHES = "kql_hll(string_agg(DISTINCT kql_hash_text(%s)::VARCHAR, ','))";
    private static final String ALL_OF = "'[' || string_agg({0}, ',') || ']'";

    static final List<KqlFunction> ALL = List.of(
            scalar(
                            "dcount_hll(summary: dynamic): long",
                            "kql_dcount_hll({0})",
                            "The number of different values of a summary by hll()")
                    .named("dcount_hll"),
            scalar("hll_merge(summary: dynamic...): dynamic", "kql_hll_merge({*})", "One summary of several"),
            scalar(
                            "percentile_tdigest(digest: dynamic, percentile: real): real",
                            "kql_percentile_tdigest({0}, {1})",
                            "A percentile of a digest by tdigest()")
                    .named("percentile_tdigest"),
            scalar(
                    "percentiles_array_tdigest(digest: dynamic, percentile: real...): dynamic",
                    "kql_percentiles_tdigest({0}, {*})",
                    "Percentiles of a digest, as an array"),
            scalar(
                    "percentile_array_tdigest(digest: dynamic, percentile: real...): dynamic",
                    "kql_percentiles_tdigest({0}, {*})",
                    "Percentiles of a digest, as an array"),
            scalar(
                    "rank_tdigest(digest: dynamic, value: real): real",
                    "kql_rank_tdigest({0}, {1})",
                    "How many values are not greater"),
            scalar(
                    "percentrank_tdigest(digest: dynamic, value: real): real",
                    "kql_percentrank_tdigest({0}, {1})",
                    "How many percent of the values are not greater"),
            scalar("merge_tdigest(digest: dynamic...): dynamic", "kql_tdigest_merge({*})", "One digest of several"),
            scalar("tdigest_merge(digest: dynamic...): dynamic", "kql_tdigest_merge({*})", "One digest of several"));

    static final List<AggregateFunction> AGGREGATES = List.of(
            aggregate(
                    "hll(value: value, [const accuracy: long = 1]): dynamic",
                    HASHES.formatted("{0}"),
                    "hll",
                    "A summary for dcount_hll()"),
            aggregate(
                    "hll_if(value: value, predicate: bool, [const accuracy: long = 1]): dynamic",
                    HASHES.formatted("CASE WHEN {1} THEN {0} END"),
                    "hll",
                    "A summary for dcount_hll(), where a predicate holds"),
            aggregate(
                    "hll_merge(summary: dynamic): dynamic",
                    "kql_hll_merge_all(" + ALL_OF + ")",
                    "hll_merge",
                    "One summary of all"),
            aggregate(
                    "tdigest(value: real, [weight: real = 1]): dynamic",
                    "kql_tdigest(string_agg({0}::VARCHAR || ' ' || {1}, ','))",
                    "tdigest",
                    "A digest for percentile_tdigest()"),
            aggregate(
                    "tdigest_merge(digest: dynamic): dynamic",
                    "kql_tdigest_merge_all(" + ALL_OF + ")",
                    "tdigest_merge",
                    "One digest of all"),
            aggregate(
                    "merge_tdigest(digest: dynamic): dynamic",
                    "kql_tdigest_merge_all(" + ALL_OF + ")",
                    "merge_tdigest",
                    "One digest of all"),
            aggregate(
                    "merge_tdigests(digest: dynamic): dynamic",
                    "kql_tdigest_merge_all(" + ALL_OF + ")",
                    "merge_tdigests",
                    "One digest of all (old; see tdigest_merge)"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_hll(string): dynamic", Sketches::distinct),
            java("kql_dcount_hll(dynamic): long", Sketches::distinctCount),
            JavaFunction.all("kql_hll_merge(dynamic...): dynamic", Sketches::mergedDistinct)
                    .withNulls(),
            java(
                    "kql_hll_merge_all(dynamic): dynamic",
                    (String all) -> Sketches.mergedDistinct(DynamicArrays.texts(all))),
            java("kql_tdigest(string): dynamic", Sketches::digest),
            JavaFunction.all("kql_tdigest_merge(dynamic...): dynamic", Sketches::mergedDigest)
                    .withNulls(),
            java(
                    "kql_tdigest_merge_all(dynamic): dynamic",
                    (String all) -> Sketches.mergedDigest(DynamicArrays.texts(all))),
            java("kql_percentile_tdigest(dynamic, real): real", Sketches::percentile),
            JavaFunction.all("kql_percentiles_tdigest(dynamic, real...): dynamic", Sketches::percentiles),
            java("kql_rank_tdigest(dynamic, real): real", Sketches::rank),
            java("kql_percentrank_tdigest(dynamic, real): real", Sketches::percentRank));

    private SketchFunctions() {}
}
