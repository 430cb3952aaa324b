package io.adxflow.kql.function;

import static io.adxflow.kql.function.KqlFunction.scalar;

import java.util.List;

/**
 * Equality is total: null equals nothing and differs from everything but null, against which it gives null. Order is
 * three-valued. NaN equals nothing and has no order.
 */
final class ComparisonOperators {
    private static final String EQUAL =
            "(CASE WHEN {0} IS NULL AND {1} IS NULL THEN NULL ELSE {0} IS NOT DISTINCT FROM {1} END)";
    private static final String DIFFERENT =
            "(CASE WHEN {0} IS NULL AND {1} IS NULL THEN NULL ELSE {0} IS DISTINCT FROM {1} END)";
    private static final String EQUAL_REAL = "(CASE WHEN {0} IS NULL AND {1} IS NULL THEN NULL"
            + " ELSE {0} IS NOT DISTINCT FROM {1} AND coalesce(NOT isnan({0}), true) END)";
    private static final String DIFFERENT_REAL = "(CASE WHEN {0} IS NULL AND {1} IS NULL THEN NULL"
            + " ELSE {0} IS DISTINCT FROM {1} OR coalesce(isnan({0}), false) END)";

    static final List<KqlFunction> ALL = List.of(
            scalar("==(left: string, right: string): bool", "({0} = {1})", "Equal, case-sensitive"),
            scalar("==(left: real, right: real): bool", EQUAL_REAL, "Equal").inFilter("({0} = {1} AND NOT isnan({0}))"),
            scalar("==(left: common, right: common): bool", EQUAL, "Equal").inFilter("({0} = {1})"),
            scalar("!=(left: string, right: string): bool", "({0} <> {1})", "Different, case-sensitive"),
            scalar("!=(left: real, right: real): bool", DIFFERENT_REAL, "Different"),
            scalar("!=(left: common, right: common): bool", DIFFERENT, "Different"),
            scalar("=~(left: string, right: string): bool", "(lower({0}) = lower({1}))", "Equal, ignoring case"),
            scalar("!~(left: string, right: string): bool", "(lower({0}) <> lower({1}))", "Different, ignoring case"),
            scalar("<(left: real, right: real): bool", "({0} < {1} AND NOT isnan({1}))", "Less"),
            scalar("<(left: common-number, right: common-number): bool", "({0} < {1})", "Less"),
            scalar("<(left: datetime, right: datetime): bool", "({0} < {1})", "Earlier"),
            scalar("<(left: timespan, right: timespan): bool", "({0} < {1})", "Shorter"),
            scalar("<=(left: real, right: real): bool", "({0} <= {1} AND NOT isnan({1}))", "Less or equal"),
            scalar("<=(left: common-number, right: common-number): bool", "({0} <= {1})", "Less or equal"),
            scalar("<=(left: datetime, right: datetime): bool", "({0} <= {1})", "Not later"),
            scalar("<=(left: timespan, right: timespan): bool", "({0} <= {1})", "Not longer"),
            scalar(">(left: real, right: real): bool", "({0} > {1} AND NOT isnan({0}))", "Greater"),
            scalar(">(left: common-number, right: common-number): bool", "({0} > {1})", "Greater"),
            scalar(">(left: datetime, right: datetime): bool", "({0} > {1})", "Later"),
            scalar(">(left: timespan, right: timespan): bool", "({0} > {1})", "Longer"),
            scalar(">=(left: real, right: real): bool", "({0} >= {1} AND NOT isnan({0}))", "Greater or equal"),
            scalar(">=(left: common-number, right: common-number): bool", "({0} >= {1})", "Greater or equal"),
            scalar(">=(left: datetime, right: datetime): bool", "({0} >= {1})", "Not earlier"),
            scalar(">=(left: timespan, right: timespan): bool", "({0} >= {1})", "Not shorter"),
            scalar(
                    "between(value: datetime, from: datetime, length: timespan): bool",
                    "({0} BETWEEN {1} AND ({1} + {2}))",
                    "Within a span of time, ends included"),
            scalar(
                    "between(value: common-number, from: common-number, to: common-number): bool",
                    "({0} BETWEEN {1} AND {2})",
                    "Within a range, ends included"),
            scalar(
                    "between(value: datetime, from: datetime, to: datetime): bool",
                    "({0} BETWEEN {1} AND {2})",
                    "Within a range, ends included"),
            scalar(
                    "between(value: timespan, from: timespan, to: timespan): bool",
                    "({0} BETWEEN {1} AND {2})",
                    "Within a range, ends included"),
            scalar(
                    "!between(value: datetime, from: datetime, length: timespan): bool",
                    "({0} NOT BETWEEN {1} AND ({1} + {2}))",
                    "Outside of a span of time"),
            scalar(
                    "!between(value: common-number, from: common-number, to: common-number): bool",
                    "({0} NOT BETWEEN {1} AND {2})",
                    "Outside of a range"),
            scalar(
                    "!between(value: datetime, from: datetime, to: datetime): bool",
                    "({0} NOT BETWEEN {1} AND {2})",
                    "Outside of a range"),
            scalar(
                    "!between(value: timespan, from: timespan, to: timespan): bool",
                    "({0} NOT BETWEEN {1} AND {2})",
                    "Outside of a range"),
            scalar("in(value: common, list: common...): bool", "coalesce({0} IN ({*}), false)", "One of a list")
                    .inFilter("({0} IN ({*}))"),
            scalar("!in(value: common, list: common...): bool", "coalesce({0} NOT IN ({*}), true)", "None of a list"),
            scalar(
                    "in~(value: string, list: string...): bool",
                    "(lower({0}) IN ({*, :lower(?)}))",
                    "One of a list, ignoring case"),
            scalar(
                    "!in~(value: string, list: string...): bool",
                    "(lower({0}) NOT IN ({*, :lower(?)}))",
                    "None of a list, ignoring case"),
            scalar("in(value: value, array: dynamic): bool", "coalesce(kql_in({0}, {1}), false)", "In an array"),
            scalar(
                    "!in(value: value, array: dynamic): bool",
                    "(NOT coalesce(kql_in({0}, {1}), false))",
                    "Not in an array"),
            scalar(
                    "in~(value: value, array: dynamic): bool",
                    "coalesce(kql_in_ci({0}, {1}), false)",
                    "In an array, ignoring case"),
            scalar(
                    "!in~(value: value, array: dynamic): bool",
                    "(NOT coalesce(kql_in_ci({0}, {1}), false))",
                    "Not in an array, ignoring case"));

    private ComparisonOperators() {}
}
