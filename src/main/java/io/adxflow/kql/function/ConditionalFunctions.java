package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Principals;
import java.util.List;

/** Choices, and questions about what is missing. A string is never null; what is missing in it is empty. */
final class ConditionalFunctions {
    private static final String IFF = "(CASE WHEN {0} THEN {1} ELSE {2} END)";

    private static final String SIZE = "Bytes of columns, '*' is all: 1 to 16, for text its length in UTF-8";
    private static final String AROUND = "({0} BETWEEN {1} - {2} AND {1} + {2})";
    private static final String AROUND_SUMMARY = "Within a distance of a center, ends included";

    static final List<KqlFunction> ALL = List.of(
            scalar("not(value: bool): bool", "(NOT {0})", "Whether the value is false"),
            scalar(
                    "iff(condition: bool, then: same, else: same): same",
                    IFF,
                    "One of two values; null counts as false"),
            scalar(
                    "iif(condition: bool, then: same, else: same): same",
                    IFF,
                    "One of two values; null counts as false"),
            scalar(
                    "case(condition: bool..., then: same..., else: same): same",
                    "(CASE{* WHEN ? THEN ?} ELSE {-1} END)",
                    "The value behind the first condition that holds"),
            scalar(
                    "coalesce(value: string...): string",
                    "coalesce({*, :nullif(?, '')}, '')",
                    "The first that is not empty"),
            scalar("coalesce(value: same...): same", "coalesce({*})", "The first that is not null"),
            scalar(
                    "around(value: common-number, center: common-number, delta: common-number): bool",
                    AROUND,
                    AROUND_SUMMARY),
            scalar("around(value: datetime, center: datetime, delta: timespan): bool", AROUND, AROUND_SUMMARY),
            scalar("around(value: timespan, center: timespan, delta: timespan): bool", AROUND, AROUND_SUMMARY),
            scalar("isnull(value: string): bool", "false", "A string is never null"),
            scalar("isnull(value: any): bool", "({0} IS NULL)", "Whether there is no value"),
            scalar("isnotnull(value: string): bool", "true", "A string is never null"),
            scalar("isnotnull(value: any): bool", "({0} IS NOT NULL)", "Whether there is a value"),
            scalar("isempty(value: string): bool", "({0} = '')", "Whether the text is empty"),
            scalar(
                    "isempty(value: dynamic): bool",
                    "({0} IS NULL OR {0} = '\"\"')",
                    "Whether there is no value or empty text"),
            scalar("isempty(value: any): bool", "({0} IS NULL)", "Whether there is no value"),
            scalar("isnotempty(value: string): bool", "({0} <> '')", "Whether there is text"),
            scalar(
                    "isnotempty(value: dynamic): bool",
                    "({0} IS NOT NULL AND {0} <> '\"\"')",
                    "Whether there is a value and not empty text"),
            scalar("isnotempty(value: any): bool", "({0} IS NOT NULL)", "Whether there is a value"),
            scalar("notempty(value: string): bool", "({0} <> '')", "Whether there is text"),
            scalar("notnull(value: any): bool", "({0} IS NOT NULL)", "Whether there is a value"),
            scalar("max_of(value: real...): real", "greatest({*})", "The greatest; nulls are skipped"),
            scalar("max_of(value: common...): common", "greatest({*})", "The greatest; nulls are skipped"),
            scalar(
                    "min_of(value: real...): real",
                    "(CASE WHEN isnan(greatest({*})) THEN 'nan'::DOUBLE ELSE least({*}) END)",
                    "The least; nulls are skipped"),
            scalar("min_of(value: common...): common", "least({*})", "The least; nulls are skipped"),
            scalar(
                    "assert(condition: bool, const message: string): bool",
                    "(CASE WHEN {0} THEN true ELSE error({1}) END)",
                    "True, or the query fails with the message"),
            scalar("new_guid(): guid", "uuid()", "A new random guid"),
            scalar("rand(): real", "random()", "A random number from 0 to below 1"),
            scalar(
                    "rand(bound: long): long",
                    "floor(random() * {0})::BIGINT",
                    "A random whole number from 0 to below the bound"),
            scalar("current_database(): string", "{database}", "The name of the database of the query"),
            scalar("current_cluster_endpoint(): string", "{cluster}", "The address of the cluster"),
            scalar("current_principal(): string", "{user}", "Who asks"),
            scalar(
                    "current_principal_details(): dynamic",
                    "kql_principal_details({user})",
                    "What is known of the one who asks; FQN is the whole name"),
            scalar(
                    "current_principal_is_member_of(group: value...): bool",
                    "kql_is_principal({user}, {*})",
                    "Whether one of the names is that of the one who asks, who belongs to no group"),
            scalar("estimate_data_size(column: bool): long", "1::BIGINT", SIZE),
            scalar("estimate_data_size(column: int): long", "4::BIGINT", SIZE),
            scalar("estimate_data_size(column: guid): long", "16::BIGINT", SIZE),
            scalar("estimate_data_size(column: decimal): long", "16::BIGINT", SIZE),
            scalar("estimate_data_size(column: string): long", "strlen({0})", SIZE),
            scalar("estimate_data_size(column: dynamic): long", "strlen(coalesce({0}, ''))", SIZE),
            scalar("estimate_data_size(column: any): long", "8::BIGINT", SIZE));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_principal_details(string): dynamic", Principals::details),
            JavaFunction.all("kql_is_principal(string, dynamic...): bool", Principals::isMember));

    private ConditionalFunctions() {}
}
