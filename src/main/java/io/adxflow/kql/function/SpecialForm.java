package io.adxflow.kql.function;

import java.util.List;
import java.util.Optional;

/**
 * What is called like a function, and means more than the values of its arguments: the compiler knows it by name.
 *
 * @param call for people: the name and the arguments
 * @param gives the type of the result, in words
 * @param summary one line for the reference, without a period
 */
public record SpecialForm(String call, String gives, ResultName resultName, String summary) {
    static final List<SpecialForm> ALL = List.of(
            form("toscalar(table)", "type of the column", "The first value of the first row"),
            form("materialized_view(name: const string[, max_age: const timespan])", "a table", "What a view has seen"),
            form("stored_query_result(name: const string)", "a table", "What .set stored_query_result kept"),
            form(
                    "external_table(name: const string[, mapping: const string])",
                    "a table",
                    "The rows of the files of an external table"),
            form("totable(table)", "a table", "The table itself"),
            form("materialize(table)", "a table", "A table that is computed once"),
            form("column_ifexists(name: const string, default)", "type of the column", "A column, or something else"),
            form("column_names_of(table)", "dynamic", "The names of the columns of a table"),
            form("pack_all([ignore_null_empty: const bool])", "dynamic", "A bag of all columns"),
            form("bag_pack_columns(column, …)", "dynamic", "A bag of some columns"),
            form("pack_columns(column, …)", "dynamic", "A bag of some columns (old; see bag_pack_columns)"),
            new SpecialForm(
                    "bin_auto(value)",
                    "type of argument 1",
                    ResultName.FIRST_ARGUMENT,
                    "Down to a multiple of the option query_bin_auto_size from query_bin_auto_at"),
            new SpecialForm(
                    "ingestion_time()",
                    "datetime",
                    ResultName.fixed("$IngestionTime"),
                    "When a row came into its table"),
            form("extent_id()", "guid", "The extent that holds a row"),
            form("extent_tags()", "dynamic", "The tags of the extent that holds a row"),
            form("cursor_current()", "string", "Where the database cursor is"),
            form("cursor_after(cursor: string)", "bool", "Whether a row came in after a cursor"),
            form("cursor_before_or_at(cursor: string)", "bool", "Whether a row was there at a cursor"));

    private static SpecialForm form(String call, String gives, String summary) {
        return new SpecialForm(call, gives, ResultName.NONE, summary);
    }

    /** The form of this name; empty when there is none. */
    public static Optional<SpecialForm> named(String name) {
        return ALL.stream().filter(form -> form.name().equals(name)).findFirst();
    }

    public String name() {
        return call.substring(0, call.indexOf('('));
    }
}
