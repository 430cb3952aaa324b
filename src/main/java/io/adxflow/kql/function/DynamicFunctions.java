package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.DynamicBags;
import io.adxflow.kql.value.DynamicTree;
import io.adxflow.kql.value.JsonPath;
import java.util.List;

/** Dynamic values: JSON text in its compact form. What is not there is null, never an error. */
final class DynamicFunctions {
    private static final String MEMBER =
            "nullif(json_extract({0}, '/' || replace(replace({1}, '~', '~0'), '/', '~1'))::VARCHAR, 'null')";
    // DuckDB's JSON reader is several times faster, but it also takes NaN and Infinity for numbers.
    private static final String NOT_A_NUMBER = "regexp_matches({0}, '(?i)(^|[\\[:,])\\s*[-+]?(nan|inf)')";
    private static final String PARSE = "(CASE WHEN json_valid({0}) AND NOT " + NOT_A_NUMBER
            + " THEN nullif(json({0})::VARCHAR, 'null') ELSE kql_parse_json({0}) END)";

    static final List<KqlFunction> ALL = List.of(
            scalar("[](value: dynamic, key: string): dynamic", MEMBER, "The value of a key of a property bag"),
            scalar(
                    "[](value: dynamic, index: long): dynamic",
                    "nullif(json_extract({0}, {1})::VARCHAR, 'null')",
                    "An element of an array; a negative index counts from the end"),
            scalar(
                    "[](value: dynamic, index: dynamic): dynamic",
                    "kql_access({0}, {1})",
                    "The element or value at an index or key"),
            scalar("parse_json(text: string): dynamic", PARSE, "The value of JSON text; other text as a string")
                    .named(),
            scalar("parse_json(value: dynamic): dynamic", "{0}", "The value").named(),
            scalar("parsejson(text: string): dynamic", PARSE, "The value of JSON text; other text as a string")
                    .named(),
            scalar("parsejson(value: dynamic): dynamic", "{0}", "The value").named(),
            scalar("todynamic(text: string): dynamic", PARSE, "The value of JSON text; other text as a string")
                    .named(),
            scalar("todynamic(value: dynamic): dynamic", "{0}", "The value").named(),
            scalar("toobject(text: string): dynamic", PARSE, "The value of JSON text; other text as a string")
                    .named(),
            scalar("todynamic(value: value): dynamic", "{0}", "The value as a dynamic one")
                    .named(),
            scalar(
                    "dynamic_to_json(value: dynamic): string",
                    "coalesce(kql_to_json({0}), '')",
                    "JSON with sorted keys"),
            scalar("dynamic_to_json(value: text): string", "{0}", "The text of a value that is not dynamic"),
            scalar(
                    "extract_json(path: string, text: string): string",
                    "coalesce(kql_extract_json({0}, {1}) ->> '$', '')",
                    "The value at a path such as $.a[0] in JSON text"),
            scalar(
                    "extractjson(path: string, text: string): string",
                    "coalesce(kql_extract_json({0}, {1}) ->> '$', '')",
                    "The value at a path such as $.a[0] in JSON text"),
            scalar(
                    "bag_pack(key: text..., value: value...): dynamic",
                    "kql_bag_pack({*})",
                    "A property bag of keys and values"),
            scalar("bag_pack(): dynamic", "'{}'", "An empty property bag"),
            scalar(
                    "pack(key: text..., value: value...): dynamic",
                    "kql_bag_pack({*})",
                    "A property bag of keys and values"),
            scalar(
                    "pack_dictionary(key: text..., value: value...): dynamic",
                    "kql_bag_pack({*})",
                    "A property bag of keys and values"),
            scalar(
                    "bag_keys(bag: dynamic): dynamic",
                    "kql_bag_keys({0})",
                    "The keys as an array; null when it is no bag"),
            scalar(
                    "bag_has_key(bag: dynamic, key: string): bool",
                    "coalesce(kql_bag_has_key({0}, {1}), false)",
                    "Whether a bag has a key; a path such as $.a.b is one too"),
            scalar(
                    "bag_merge(bag: dynamic...): dynamic",
                    "kql_bag_merge({*})",
                    "One bag of several; the first to hold a key wins"),
            scalar(
                    "bag_remove_keys(bag: dynamic, keys: dynamic): dynamic",
                    "kql_bag_remove_keys({0}, {1})",
                    "A bag without some keys or paths"),
            scalar(
                    "bag_set_key(bag: dynamic, key: string, value: value): dynamic",
                    "kql_bag_set_key({0}, {1}, {2})",
                    "A bag with one value set at a key, or at a path such as $.a.b"),
            scalar(
                    "bag_zip(keys: dynamic, values: dynamic): dynamic",
                    "kql_bag_zip({0}, {1})",
                    "A bag of an array of keys and one of values"),
            scalar("treepath(value: dynamic): dynamic", "kql_treepath({0})", "The paths of all values inside")
                    .named("tree"),
            scalar("buildschema(value: dynamic): dynamic", "kql_schema({0})", "The types of a value")
                    .named("schema"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_parse_json(string): dynamic", DynamicBags::parse),
            java("kql_access(dynamic, dynamic): dynamic", DynamicBags::access),
            java("kql_to_json(dynamic): string", DynamicBags::sorted),
            java("kql_extract_json(string, string): dynamic", JsonPath::extract),
            JavaFunction.all("kql_bag_pack(dynamic...): dynamic", DynamicBags::pack)
                    .withNulls(),
            java("kql_bag_keys(dynamic): dynamic", DynamicBags::keys),
            java("kql_bag_has_key(dynamic, string): bool", DynamicBags::hasKey),
            JavaFunction.all("kql_bag_merge(dynamic...): dynamic", DynamicBags::merge)
                    .withNulls(),
            java("kql_bag_remove_keys(dynamic, dynamic): dynamic", DynamicBags::removeKeys),
            java("kql_bag_set_key(dynamic, string, dynamic): dynamic", DynamicBags::setKey)
                    .withNulls(),
            java("kql_bag_zip(dynamic, dynamic): dynamic", DynamicBags::zip),
            java("kql_treepath(dynamic): dynamic", DynamicTree::paths),
            java("kql_schema(dynamic): dynamic", DynamicTree::schema));

    private DynamicFunctions() {}
}
