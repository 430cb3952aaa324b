package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.ArrayOrder;
import io.adxflow.kql.value.DynamicArrays;
import io.adxflow.kql.value.Ranges;
import io.adxflow.kql.value.Sets;
import java.util.List;

/** Arrays: positions count from 0, negative ones from the end. What is no array gives null. */
final class ArrayFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar(
                    "array_length(array: dynamic): long",
                    "(CASE WHEN starts_with({0}, '[') THEN json_array_length({0})::BIGINT END)",
                    "Number of elements; null when it is no array"),
            scalar("array_concat(array: dynamic...): dynamic", "kql_array_concat({*})", "One array of several"),
            scalar(
                    "array_slice(array: dynamic, start: long, end: long): dynamic",
                    "kql_array_slice({0}, {1}, {2})",
                    "A part, both ends included"),
            scalar(
                    "array_split(array: dynamic, index: long): dynamic",
                    "kql_array_split({0}, {1}::VARCHAR)",
                    "Parts that start at an index"),
            scalar(
                    "array_split(array: dynamic, indices: dynamic): dynamic",
                    "kql_array_split({0}, {1})",
                    "Parts that start at indices"),
            scalar(
                    "array_reverse(array: dynamic): dynamic",
                    "kql_array_reverse({0})",
                    "The elements from the last to the first"),
            scalar(
                    "array_rotate_left(array: dynamic, count: long): dynamic",
                    "kql_array_rotate({0}, {1})",
                    "Elements moved left, round the end"),
            scalar(
                    "array_rotate_right(array: dynamic, count: long): dynamic",
                    "kql_array_rotate({0}, -{1})",
                    "Elements moved right, round the end"),
            scalar(
                    "array_shift_left(array: dynamic, count: long, [fill: value = NULL]): dynamic",
                    "kql_array_shift({0}, {1}, {2})",
                    "Elements moved left, filled up behind"),
            scalar(
                    "array_shift_right(array: dynamic, count: long, [fill: value = NULL]): dynamic",
                    "kql_array_shift({0}, -{1}, {2})",
                    "Elements moved right, filled up in front"),
            scalar(
                    "array_index_of(array: dynamic, value: value, [start: long = 0], [length: long = -1], [occurrence:"
                            + " long = 1]): long",
                    "kql_array_index_of({0}, {1}, {2}, {3}, {4})",
                    "Where a value is; -1 when it is not there"),
            scalar("array_sum(array: dynamic): real", "kql_array_sum({0})", "The sum of the elements"),
            scalar(
                    "array_iff(condition: dynamic, then: value, else: value): dynamic",
                    "kql_array_iff({0}, {1}, {2})",
                    "Elements of two arrays by an array of conditions"),
            scalar(
                    "array_iif(condition: dynamic, then: value, else: value): dynamic",
                    "kql_array_iff({0}, {1}, {2})",
                    "Elements of two arrays by an array of conditions"),
            scalar(
                    "array_sort_asc(array: dynamic, [nulls_last: bool = true]): dynamic",
                    "kql_array_sort({0}, false, {1})",
                    "Sorted upwards"),
            scalar(
                    "array_sort_desc(array: dynamic, [nulls_last: bool = true]): dynamic",
                    "kql_array_sort({0}, true, {1})",
                    "Sorted downwards"),
            scalar(
                    "array_sort_asc(array: dynamic, follower: value...): dynamic",
                    "kql_arrays_sort('asc', {0}, {*})",
                    "Arrays in the order that sorts the first; a bool at the end says whether nulls are last, upwards"),
            scalar(
                    "array_sort_desc(array: dynamic, follower: value...): dynamic",
                    "kql_arrays_sort('desc', {0}, {*})",
                    "Arrays in the order that sorts the first; a bool at the end says whether nulls are last, downwards"),
            scalar(
                    "pack_array(value: value...): dynamic",
                    "('[' || {* || ',' || :coalesce(?, 'null')} || ']')",
                    "An array of values"),
            scalar("pack_array(): dynamic", "'[]'", "An empty array"),
            scalar(
                            "repeat(value: scalar-value, count: long): dynamic",
                            "kql_repeat({0}, {1})",
                            "An array of one value many times")
                    .named("repeat"),
            scalar(
                    "zip(first: dynamic, array: dynamic...): dynamic",
                    "kql_zip({0}, {*})",
                    "An array of arrays of the elements at each position"),
            scalar(
                    "range(start: long, stop: long, [step: long = 1]): dynamic",
                    "kql_range_long({0}, {1}, {2})",
                    "Numbers from start to stop, both included"),
            scalar(
                    "range(start: real, stop: real, [step: real = 1.0]): dynamic",
                    "kql_range_real({0}, {1}, {2})",
                    "Numbers from start to stop, both included"),
            scalar(
                    "range(start: datetime, stop: datetime, [step: timespan = 864000000000]): dynamic",
                    "kql_range_datetime({0}, {1}, {2})",
                    "Datetimes from start to stop, both included"),
            scalar(
                    "range(start: timespan, stop: timespan, [step: timespan = 36000000000]): dynamic",
                    "kql_range_timespan({0}, {1}, {2})",
                    "Timespans from start to stop, both included"),
            scalar(
                    "set_union(array: dynamic...): dynamic",
                    "kql_set_union({*})",
                    "All values of several arrays, each once"),
            scalar(
                    "set_intersect(array: dynamic...): dynamic",
                    "kql_set_intersect({*})",
                    "The values that all arrays have, each once"),
            scalar(
                    "set_difference(array: dynamic...): dynamic",
                    "kql_set_difference({*})",
                    "The values of the first array that no other has, each once"),
            scalar(
                    "set_has_element(set: dynamic, value: value): bool",
                    "coalesce(kql_set_has_element({0}, {1}), false)",
                    "Whether an array has a value"),
            scalar(
                    "set_equals(left: dynamic, right: dynamic): bool",
                    "coalesce(kql_set_equals({0}, {1}), false)",
                    "Whether two arrays have the same values"),
            scalar(
                    "jaccard_index(left: dynamic, right: dynamic): real",
                    "kql_jaccard_index({0}, {1})",
                    "Values that both have, by values that one has"));

    static final List<JavaFunction> JAVA = List.of(
            JavaFunction.all("kql_array_concat(dynamic...): dynamic", DynamicArrays::concat)
                    .withNulls(),
            java("kql_array_slice(dynamic, long, long): dynamic", DynamicArrays::slice),
            java("kql_array_split(dynamic, dynamic): dynamic", DynamicArrays::split),
            java("kql_array_reverse(dynamic): dynamic", DynamicArrays::reverse),
            java("kql_array_rotate(dynamic, long): dynamic", DynamicArrays::rotate),
            java("kql_array_shift(dynamic, long, dynamic): dynamic", DynamicArrays::shift)
                    .withNulls(),
            JavaFunction.all("kql_array_index_of(dynamic, dynamic, long, long, long): long", DynamicArrays::indexOf),
            java("kql_array_sum(dynamic): real", DynamicArrays::sum),
            java("kql_array_iff(dynamic, dynamic, dynamic): dynamic", DynamicArrays::choose)
                    .withNulls(),
            java("kql_array_sort(dynamic, bool, bool): dynamic", ArrayOrder::sort),
            JavaFunction.all("kql_arrays_sort(string, dynamic...): dynamic", ArrayOrder::sortAll)
                    .withNulls(),
            java("kql_repeat(dynamic, long): dynamic", DynamicArrays::repeat).withNulls(),
            JavaFunction.all("kql_zip(dynamic...): dynamic", DynamicArrays::zip).withNulls(),
            java("kql_range_long(long, long, long): dynamic", Ranges::longs),
            java("kql_range_real(real, real, real): dynamic", Ranges::reals),
            java("kql_range_datetime(datetime, datetime, timespan): dynamic", Ranges::datetimes),
            java("kql_range_timespan(timespan, timespan, timespan): dynamic", Ranges::timespans),
            JavaFunction.all("kql_set_union(dynamic...): dynamic", Sets::union),
            JavaFunction.all("kql_set_intersect(dynamic...): dynamic", Sets::intersect),
            JavaFunction.all("kql_set_difference(dynamic...): dynamic", Sets::difference),
            java("kql_set_has_element(dynamic, dynamic): bool", Sets::has),
            java("kql_set_equals(dynamic, dynamic): bool", Sets::equal),
            java("kql_jaccard_index(dynamic, dynamic): real", Sets::jaccard));

    private ArrayFunctions() {}
}
