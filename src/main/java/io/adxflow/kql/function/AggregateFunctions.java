package io.adxflow.kql.function;

import static io.adxflow.kql.function.AggregateFunction.aggregate;
import static io.adxflow.kql.function.JavaFunction.java;

import io.adxflow.kql.function.AggregateFunction.Spread;
import io.adxflow.kql.value.ArrayOrder;
import io.adxflow.kql.value.DynamicArrays;
import io.adxflow.kql.value.DynamicBags;
import io.adxflow.kql.value.DynamicTree;
import io.adxflow.kql.value.Sets;
import java.util.ArrayList;
import java.util.List;

/** Aggregates. Nulls are skipped; over nothing a sum is 0, an average NaN, a list empty, a smallest value null. */
final class AggregateFunctions {
    private static final String COUNT = "count(DISTINCT {0})";
    private static final String ROW_OF = "(CASE WHEN count({0}) = 0 THEN first({1}) ELSE %s({1}, {0}) END)";

    private static final String SPREAD = "(CASE WHEN bool_or(NOT isfinite({0})) THEN 'nan'::DOUBLE"
            + " ELSE coalesce(%s(CASE WHEN isfinite({0}) THEN {0} END), 0.0::DOUBLE) END)";

    /** The elements of an array, or one value; a null stays a null. */
    private static final String FLAT =
            "CASE WHEN starts_with({0}, '[') THEN nullif(substring({0}, 2, length({0}) - 2), '')"
                    + " ELSE coalesce({0}, 'null') END";

    /** Of a HUGEINT, as a long that wrapped around whenever it overflowed would hold. */
    static final String LOW_BITS =
            "(((%s + 9223372036854775808) & 18446744073709551615::HUGEINT) - 9223372036854775808)::BIGINT";

    private static final String LIST = "coalesce('[' || string_agg(%s, ','{order}) || ']', '[]')";
    private static final String SET = "coalesce(kql_make_set('[' || string_agg(%s, ','{order}) || ']', 1048576), '[]')";
    private static final String BAG = "coalesce(kql_bag_merge_all('[' || string_agg(%s, ','{order}) || ']'), '{}')";
    private static final String LIMITED = "kql_array_limit(%s, %s)";

    private static final List<AggregateFunction> COUNTS = List.of(
            aggregate("count(): long", "count(*)", "count", "Number of rows"),
            aggregate("count(value: any): long", "count(*)", "count", "Number of rows, nulls too (old)"),
            aggregate(
                    "countif(predicate: bool): long",
                    "count(*) FILTER (WHERE {0})",
                    "countif",
                    "Number of rows where a predicate holds"));

    /** These also exist with a predicate, as sumif() and so on. */
    private static final List<AggregateFunction> CONDITIONAL = List.of(
            aggregate("sum(value: long): long", LOW_BITS.formatted("coalesce(sum({0}), 0)"), "sum", "The sum"),
            aggregate("sum(value: real): real", "coalesce(sum({0}), 0.0::DOUBLE)", "sum", "The sum"),
            aggregate("sum(value: decimal): decimal", "coalesce(sum({0})::DECIMAL(38,18), 0)", "sum", "The sum"),
            aggregate("sum(value: timespan): timespan", "coalesce(sum({0})::BIGINT, 0)", "sum", "The sum"),
            aggregate(
                    "avg(value: real): real",
                    "coalesce(avg({0}), 'nan'::DOUBLE)",
                    "avg",
                    "The average; NaN over nothing"),
            aggregate(
                    "avg(value: integer): real",
                    "coalesce(" + LOW_BITS.formatted("sum({0})") + " / count({0}), 'nan'::DOUBLE)",
                    "avg",
                    "The average; NaN over nothing"),
            aggregate("avg(value: decimal): decimal", "avg({0})::DECIMAL(38,18)", "avg", "The average"),
            aggregate("avg(value: timespan): timespan", "(sum({0}) // count({0}))::BIGINT", "avg", "The average"),
            aggregate("avg(value: datetime): datetime", "(sum({0}) // count({0}))::BIGINT", "avg", "The average"),
            aggregate("min(value: string): string", "coalesce(min({0}), '')", "min", "The least"),
            aggregate(
                    "min(value: real): real",
                    "(CASE WHEN bool_or(isnan({0})) THEN 'nan'::DOUBLE ELSE min({0}) END)",
                    "min",
                    "The least; NaN if there is one"),
            aggregate(
                    "min(value: dynamic): dynamic",
                    "kql_least_of('[' || string_agg({0}, ',') || ']')",
                    "min",
                    "The least; numbers come before text"),
            aggregate("min(value: scalar): first", "min({0})", "min", "The least"),
            aggregate("max(value: string): string", "coalesce(max({0}), '')", "max", "The greatest"),
            aggregate(
                    "max(value: dynamic): dynamic",
                    "kql_greatest_of('[' || string_agg({0}, ',') || ']')",
                    "max",
                    "The greatest; numbers come before text"),
            aggregate("max(value: scalar): first", "max({0})", "max", "The greatest; NaN if there is one"),
            aggregate("count_distinct(value: any): long", COUNT, "count_distinct", "Number of different values"),
            aggregate(
                    "stdev(value: real): real",
                    SPREAD.formatted("stddev_samp"),
                    "stdev",
                    "Standard deviation of a sample"),
            aggregate(
                    "stdevp(value: real): real",
                    SPREAD.formatted("stddev_pop"),
                    "stdevp",
                    "Standard deviation of a population"),
            aggregate("variance(value: real): real", SPREAD.formatted("var_samp"), "variance", "Variance of a sample"),
            aggregate(
                    "variancep(value: real): real",
                    SPREAD.formatted("var_pop"),
                    "variancep",
                    "Variance of a population"),
            aggregate(
                            "take_any(value: string): string",
                            "coalesce(any_value(nullif({0}, '')), '')",
                            "",
                            "Some value that is not empty, if there is one")
                    .spread(Spread.COLUMNS),
            aggregate(
                            "take_any(value: any): first",
                            "any_value({0})",
                            "",
                            "Some value that is not null, if there is one")
                    .spread(Spread.COLUMNS),
            aggregate(
                    "make_bag(value: dynamic): dynamic",
                    BAG.formatted("{0}"),
                    "bag",
                    "One bag of all bags; the first to hold a key wins"));

    private static final List<AggregateFunction> OTHERS = List.of(
            aggregate(
                    "make_bag(value: dynamic, const most: long): dynamic",
                    "kql_bag_limit(" + BAG.formatted("{0}") + ", {1})",
                    "bag",
                    "One bag of all bags, of at most so many keys"),
            aggregate(
                    "make_bag_if(value: dynamic, predicate: bool, const most: long): dynamic",
                    "kql_bag_limit(" + BAG.formatted("CASE WHEN {1} THEN {0} END") + ", {2})",
                    "bag",
                    "One bag of all bags, of at most so many keys, where a predicate holds"),
            aggregate(
                    "dcount(value: any, [const accuracy: long = 1]): long",
                    COUNT,
                    "dcount",
                    "Number of different values; exact, whatever the accuracy"),
            aggregate(
                    "dcountif(value: any, predicate: bool, [const accuracy: long = 1]): long",
                    "count(DISTINCT {0}) FILTER (WHERE {1})",
                    "dcountif",
                    "Number of different values where a predicate holds"),
            aggregate(
                            "take_any(value: string, const of_one_row: bool): string",
                            "coalesce(first({0}), '')",
                            "",
                            "The columns of some row")
                    .spread(Spread.COLUMNS),
            aggregate(
                            "take_any(value: any, const of_one_row: bool): first",
                            "first({0})",
                            "",
                            "The columns of some row")
                    .spread(Spread.COLUMNS),
            aggregate(
                            "arg_max(key: scalar, column: string): string",
                            "coalesce(" + ROW_OF.formatted("arg_max_null") + ", '')",
                            "",
                            "The columns of the row with the greatest key")
                    .spread(Spread.COLUMNS_BY_KEY),
            aggregate(
                            "arg_max(key: scalar, column: any): second",
                            ROW_OF.formatted("arg_max_null"),
                            "",
                            "The columns of the row with the greatest key")
                    .spread(Spread.COLUMNS_BY_KEY),
            aggregate(
                            "arg_min(key: scalar, column: string): string",
                            "coalesce(" + ROW_OF.formatted("arg_min_null") + ", '')",
                            "",
                            "The columns of the row with the least key")
                    .spread(Spread.COLUMNS_BY_KEY),
            aggregate(
                            "arg_min(key: scalar, column: any): second",
                            ROW_OF.formatted("arg_min_null"),
                            "",
                            "The columns of the row with the least key")
                    .spread(Spread.COLUMNS_BY_KEY),
            aggregate(
                    "make_list_with_nulls(value: dynamic): dynamic",
                    LIST.formatted(FLAT),
                    "list",
                    "All values as an array, nulls too, of arrays the elements"),
            aggregate(
                    "make_list_with_nulls(value: value): dynamic",
                    "coalesce('[' || string_agg(coalesce({0}, 'null'), ','{order}) || ']', '[]')",
                    "list",
                    "All values as an array, nulls too"),
            aggregate(
                            "covariance(x: real, y: real): real",
                            "coalesce(covar_samp({0}, {1}), 0.0::DOUBLE)",
                            "covariance",
                            "Covariance of a sample")
                    .namedByTwo(),
            aggregate(
                            "covarianceif(x: real, y: real, predicate: bool): real",
                            "coalesce(covar_samp({0}, {1}) FILTER (WHERE {2}), 0.0::DOUBLE)",
                            "covarianceif",
                            "Covariance of a sample where a predicate holds")
                    .namedByTwo(),
            aggregate(
                            "covariancep(x: real, y: real): real",
                            "coalesce(covar_pop({0}, {1}), 0.0::DOUBLE)",
                            "covariancep",
                            "Covariance of a population")
                    .namedByTwo(),
            aggregate(
                            "covariancepif(x: real, y: real, predicate: bool): real",
                            "coalesce(covar_pop({0}, {1}) FILTER (WHERE {2}), 0.0::DOUBLE)",
                            "covariancepif",
                            "Covariance of a population where a predicate holds")
                    .namedByTwo(),
            aggregate("binary_all_and(value: long): long", "bit_and({0})", "", "The bits that all values have"),
            aggregate("binary_all_or(value: long): long", "bit_or({0})", "", "The bits that one of the values has"),
            aggregate(
                    "binary_all_xor(value: long): long",
                    "bit_xor({0})",
                    "",
                    "The bits that an odd number of values has"),
            aggregate(
                    "buildschema(value: dynamic): dynamic",
                    "kql_schema_of_all('[' || string_agg({0}, ',') || ']')",
                    "schema",
                    "The schema that fits all values"));

    static final List<AggregateFunction> ALL = all();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_make_set(dynamic, long): dynamic", Sets::distinct),
            java(
                    "kql_array_limit(dynamic, long): dynamic",
                    (String array, Long most) -> DynamicArrays.slice(array, 0, most - 1)),
            java("kql_bag_limit(dynamic, long): dynamic", DynamicBags::limit),
            java("kql_bag_merge_all(dynamic): dynamic", DynamicBags::mergeAll),
            java("kql_schema_of_all(dynamic): dynamic", DynamicTree::schemaOfAll),
            java("kql_greatest_of(dynamic): dynamic", ArrayOrder::greatest),
            java("kql_least_of(dynamic): dynamic", ArrayOrder::least));

    private AggregateFunctions() {}

    private static List<AggregateFunction> all() {
        List<AggregateFunction> all = new ArrayList<>(COUNTS);
        all.addAll(CONDITIONAL);
        CONDITIONAL.forEach(row -> all.add(row.conditional()));
        all.addAll(OTHERS);
        all.addAll(all.stream()
                .filter(row -> row.name().startsWith("take_any"))
                .map(row -> row.renamed(row.name().replace("take_", ""), "any", "see " + row.name()))
                .toList());
        all.addAll(PercentileAggregates.ALL);
        all.addAll(SketchFunctions.AGGREGATES);
        all.addAll(collections("list", "dynamic", FLAT, LIST, "All values as an array, of arrays the elements"));
        all.addAll(collections("list", "value", "{0}", LIST, "All values as an array"));
        all.addAll(collections("set", "value", "{0}", SET, "All different values as an array"));
        for (AggregateFunction row : List.copyOf(all)) {
            if (row.name().equals("make_list") || row.name().equals("make_set")) {
                all.add(old(row));
            }
        }
        return List.copyOf(all);
    }

    /** The name without an underscore keeps 128 values, unless the call says how many. */
    private static AggregateFunction old(AggregateFunction row) {
        AggregateFunction renamed = row.renamed(
                row.name().replace("_", ""), row.resultName().prefix(), "at most 128 by itself, see " + row.name());
        return row.signature().parameters().size() > 1
                ? renamed
                : renamed.over(LIMITED.formatted(row.sql().text(), "128"));
    }

    private static List<AggregateFunction> collections(
            String kind, String type, String element, String sql, String summary) {
        String value = sql.formatted(element);
        String chosen = sql.formatted("CASE WHEN {1} THEN " + element + " END");
        String name = "make_" + kind;
        return List.of(
                aggregate(name + "(value: " + type + "): dynamic", value, kind, summary),
                aggregate(
                        name + "(value: " + type + ", const most: long): dynamic",
                        LIMITED.formatted(value, "{1}"),
                        kind,
                        summary + ", at most so many"),
                aggregate(
                        name + "_if(value: " + type + ", predicate: bool): dynamic",
                        chosen,
                        kind,
                        summary + ", where a predicate holds"),
                aggregate(
                        name + "_if(value: " + type + ", predicate: bool, const most: long): dynamic",
                        LIMITED.formatted(chosen, "{2}"),
                        kind,
                        summary + ", at most so many, where a predicate holds"));
    }
}
