package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Compression;
import io.adxflow.kql.value.Encodings;
import io.adxflow.kql.value.Patterns;
import io.adxflow.kql.value.Punycode;
import io.adxflow.kql.value.Strings;
import io.adxflow.kql.value.TermSearch;
import java.util.ArrayList;
import java.util.List;

/** Text: positions count characters (code points) from 0. */
final class StringFunctions {
    // DuckDB knows the groups 0 to 9, and looks at the number before the query runs.
    private static final String EXTRACT = "(CASE WHEN {1} BETWEEN 0 AND 9 THEN regexp_extract({2}, kql_re2({0}),"
            + " (CASE WHEN {1} BETWEEN 0 AND 9 THEN {1} ELSE 0 END)::INTEGER) ELSE coalesce(kql_extract({0}, {1}, {2}), '') END)";

    private static final List<KqlFunction> TEXT = List.of(
            scalar("strlen(source: string): long", "length({0})", "Number of characters")
                    .named("strlen"),
            scalar("string_size(source: string): long", "strlen({0})", "Number of bytes in UTF-8")
                    .named("string_size"),
            scalar(
                    "substring(source: string, start: long, [length: long = 2147483647]): string",
                    "coalesce(CASE WHEN {1} >= 0 THEN substring({0}, least({1}, 2147483646) + 1, least(greatest({2}, 0), 2147483647))"
                            + " ELSE kql_substring({0}, {1}, {2}) END, '')",
                    "A part; a negative start counts from the end"),
            scalar("strcat(value: text...): string", "concat({*})", "Everything, one after the other"),
            scalar(
                    "strcat_delim(delimiter: string, value: text...): string",
                    "concat_ws({0}, {*})",
                    "Everything with a delimiter between"),
            scalar(
                    "strcat_array(array: dynamic, delimiter: string): string",
                    "coalesce(kql_strcat_array({0}, {1}), '')",
                    "The elements with a delimiter between"),
            scalar("tolower(source: string): string", "lower({0})", "In lower case"),
            scalar("toupper(source: string): string", "upper({0})", "In upper case"),
            scalar("reverse(source: text): string", "kql_reverse({0})", "The characters from the last to the first"),
            scalar(
                    "strrep(value: text, times: long, [delimiter: string = '']): string",
                    "coalesce(kql_strrep({0}, {1}, {2}), '')",
                    "Repeated so many times"),
            scalar(
                    "translate(from: string, to: string, text: string): string",
                    "kql_translate({0}, {1}, {2})",
                    "Each character of one set by one of another"),
            scalar(
                    "strcmp(left: string, right: string): long",
                    "(CASE WHEN {0} < {1} THEN -1 WHEN {0} > {1} THEN 1 ELSE 0 END)::BIGINT",
                    "-1, 0 or 1 by order of code points"),
            scalar(
                    "replace_string(text: string, lookup: string, rewrite: string): string",
                    "replace({0}, {1}, {2})",
                    "Every occurrence replaced"),
            scalar(
                    "replace_strings(text: string, lookups: dynamic, rewrites: dynamic): string",
                    "coalesce(kql_replace_strings({0}, {1}, {2}), '')",
                    "Every occurrence of several texts replaced, one after the other"),
            scalar(
                            "split(source: string, delimiter: string): dynamic",
                            "kql_split({0}, {1})",
                            "The parts between delimiters")
                    .named(),
            scalar(
                            "split(source: string, delimiter: string, index: long): dynamic",
                            "kql_split_at({0}, {1}, {2})",
                            "An array of one part between delimiters; null when there is none")
                    .named(),
            scalar(
                    "indexof(source: text, lookup: text, [start: long = 0], [length: long = -1], [occurrence: long ="
                            + " 1]): long",
                    "kql_indexof({0}, {1}, {2}, {3}, {4})",
                    "Where a text is; -1 when it is not there"),
            scalar(
                    "countof(source: string, search: string, [kind: normal|regex = 'normal']): long",
                    "kql_countof({0}, {1}, {2})",
                    "How often a text or pattern occurs"));

    private static final List<KqlFunction> PATTERNS = List.of(
            scalar(
                    "trim(regex: string, source: string): string",
                    "regexp_replace(regexp_replace({1}, '^(?:' || kql_re2({0}) || ')', ''), '(?:' || kql_re2({0}) ||"
                            + " ')$', '')",
                    "Without one match at each end"),
            scalar(
                    "trim_start(regex: string, source: string): string",
                    "regexp_replace({1}, '^(?:' || kql_re2({0}) || ')', '')",
                    "Without one match at the start"),
            scalar(
                    "trim_end(regex: string, source: string): string",
                    "regexp_replace({1}, '(?:' || kql_re2({0}) || ')$', '')",
                    "Without one match at the end"),
            scalar(
                    "replace_regex(source: string, regex: string, rewrite: string): string",
                    "regexp_replace({0}, kql_re2({1}), {2}, 'g')",
                    "Every match replaced; \\1 is the first group"),
            scalar(
                    "replace(regex: string, rewrite: string, source: string): string",
                    "regexp_replace({2}, kql_re2({0}), {1}, 'g')",
                    "Every match replaced (old; see replace_regex)"),
            scalar(
                    "extract(regex: string, const group: long, source: string): string",
                    EXTRACT,
                    "A group of the first match; empty when there is none"),
            scalar(
                    "extract_all(regex: string, source: string): dynamic",
                    "kql_extract_all({0}, NULL, {1})",
                    "The groups of all matches; null when there is none"),
            scalar(
                    "extract_all(regex: string, groups: dynamic, source: string): dynamic",
                    "kql_extract_all({0}, {1}, {2})",
                    "The chosen groups of all matches; null when there is none"),
            scalar(
                    "extractall(regex: string, source: string): dynamic",
                    "kql_extract_all({0}, NULL, {1})",
                    "The groups of all matches (old; see extract_all)"),
            scalar(
                    "extractall(regex: string, groups: dynamic, source: string): dynamic",
                    "kql_extract_all({0}, {1}, {2})",
                    "The chosen groups of all matches (old; see extract_all)"),
            scalar(
                    "indexof_regex(source: string, regex: string, [start: long = 0], [length: long = -1], [occurrence:"
                            + " long = 1]): long",
                    "kql_indexof_regex({0}, {1}, {2}, {3}, {4})",
                    "Where a match is; -1 when there is none"),
            scalar(
                    "has_any_index(source: string, terms: dynamic): long",
                    "kql_has_any_index(lower({0}), lower({1}))",
                    "The index of the first term that the text has; -1 when there is none"),
            scalar(
                    "regex_quote(text: string): string",
                    "regexp_escape({0})",
                    "A regular expression that matches the text itself"));

    private static final List<KqlFunction> CODES = List.of(
            scalar(
                    "unicode_codepoints_from_string(text: string): dynamic",
                    "kql_codepoints({0})",
                    "The code points as an array"),
            scalar(
                    "unicode_codepoints_to_string(codepoint: value...): string",
                    "coalesce(kql_from_codepoints({*}), '')",
                    "The text of code points and arrays of code points"),
            scalar(
                    "make_string(codepoint: value...): string",
                    "coalesce(kql_from_codepoints({*}), '')",
                    "The text of code points and arrays of code points"),
            scalar("to_utf8(text: string): dynamic", "kql_codepoints({0})", "The code points as an array"),
            scalar("base64_encode_tostring(text: string): string", "to_base64(encode({0}))", "UTF-8 bytes in base64"),
            scalar(
                    "base64_decode_tostring(text: string): string",
                    "coalesce(kql_base64_decode({0}), '')",
                    "UTF-8 text from base64; empty when it is none"),
            scalar(
                    "base64_encodestring(text: string): string",
                    "to_base64(encode({0}))",
                    "UTF-8 bytes in base64 (old; see base64_encode_tostring)"),
            scalar(
                    "base64_decodestring(text: string): string",
                    "coalesce(kql_base64_decode({0}), '')",
                    "UTF-8 text from base64 (old; see base64_decode_tostring)"),
            scalar(
                    "base64_encode_fromguid(guid: guid): string",
                    "coalesce(kql_base64_of_guid({0}::VARCHAR), '')",
                    "The bytes of a guid in base64"),
            scalar(
                    "base64_decode_toguid(text: string): guid",
                    "kql_guid_of_base64({0})::UUID",
                    "A guid from its bytes in base64"),
            scalar(
                    "base64_decode_toarray(text: string): dynamic",
                    "kql_base64_bytes({0})",
                    "The bytes as an array; null when it is no base64"),
            scalar(
                    "base64_encode_fromarray(bytes: dynamic): string",
                    "coalesce(kql_base64_of_bytes({0}), '')",
                    "An array of bytes in base64"),
            scalar("url_encode(text: string): string", "kql_url_encode({0})", "For a URL; a blank becomes a plus"),
            scalar(
                    "url_encode_component(text: string): string",
                    "kql_url_encode_component({0})",
                    "For a part of a URL; a blank becomes %20"),
            scalar("url_decode(text: string): string", "kql_url_decode({0})", "Text of a URL"),
            scalar("punycode_from_string(text: string): string", "kql_to_punycode({0})", "Text in ASCII"),
            scalar(
                    "punycode_to_string(text: string): string",
                    "coalesce(kql_from_punycode({0}), '')",
                    "Text that was put into ASCII; empty when it was not"),
            scalar(
                    "punycode_domain_from_string(domain: string): string",
                    "coalesce(kql_from_punycode_domain({0}), '')",
                    "A domain name with its labels in Unicode"),
            scalar(
                    "punycode_domain_to_string(domain: string): string",
                    "kql_to_punycode_domain({0})",
                    "A domain name with its labels in ASCII"),
            scalar("isascii(text: string): bool", "(strlen({0}) = length({0}))", "Whether all characters are ASCII"),
            scalar(
                    "isutf8(text: string): bool",
                    "({0} IS NOT NULL)",
                    "Whether the text is UTF-8, which text always is"),
            scalar(
                    "gzip_compress_to_base64_string(text: string): string",
                    "kql_compress('gzip', {0})",
                    "Compressed by gzip, in base64"),
            scalar(
                    "gzip_decompress_from_base64_string(text: string): string",
                    "coalesce(kql_decompress('gzip', {0}), '')",
                    "Text that gzip compressed; empty when it is none"),
            scalar(
                    "zlib_compress_to_base64_string(text: string): string",
                    "kql_compress('zlib', {0})",
                    "Compressed by zlib, in base64"),
            scalar(
                    "zlib_decompress_from_base64_string(text: string): string",
                    "coalesce(kql_decompress('zlib', {0}), '')",
                    "Text that zlib compressed; empty when it is none"));

    static final List<KqlFunction> ALL = all();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_substring(string, long, long): string", Strings::substring),
            java(
                    "kql_reverse(string): string",
                    (String text) -> new StringBuilder(text).reverse().toString()),
            java("kql_strrep(string, long, string): string", Strings::repeat),
            java("kql_translate(string, string, string): string", Strings::translate),
            java("kql_replace_strings(string, dynamic, dynamic): string", Strings::replaceAll),
            java("kql_split(string, string): dynamic", Strings::split),
            java("kql_split_at(string, string, long): dynamic", Strings::splitAt),
            JavaFunction.all("kql_indexof(string, string, long, long, long): long", Strings::indexOf),
            java("kql_countof(string, string, string): long", Strings::count),
            java("kql_strcat_array(dynamic, string): string", Strings::joined),
            java("kql_extract(string, long, string): string", Patterns::extract),
            java("kql_extract_all(string, dynamic, string): dynamic", Patterns::extractAll)
                    .withNulls(),
            JavaFunction.all("kql_indexof_regex(string, string, long, long, long): long", Patterns::indexOf),
            java("kql_has_any_index(string, dynamic): long", TermSearch::firstOf),
            java("kql_codepoints(string): dynamic", Encodings::codePoints),
            JavaFunction.all("kql_from_codepoints(dynamic...): string", Encodings::ofCodePoints),
            java("kql_base64_decode(string): string", Encodings::textOfBase64),
            java("kql_base64_bytes(string): dynamic", Encodings::bytesOfBase64),
            java("kql_base64_of_bytes(dynamic): string", Encodings::base64OfBytes),
            java("kql_base64_of_guid(string): string", Encodings::base64OfGuid),
            java("kql_guid_of_base64(string): string", Encodings::guidOfBase64),
            java("kql_url_encode(string): string", Encodings::urlEncode),
            java("kql_url_encode_component(string): string", Encodings::urlEncodeComponent),
            java("kql_url_decode(string): string", Encodings::urlDecode),
            java("kql_to_punycode(string): string", Punycode::encode),
            java("kql_from_punycode(string): string", (String text) -> Punycode.decode(text)
                    .orElse(null)),
            java("kql_to_punycode_domain(string): string", Punycode::encodeDomain),
            java("kql_from_punycode_domain(string): string", Punycode::decodeDomain),
            java("kql_compress(string, string): string", Compression::compress),
            java("kql_decompress(string, string): string", Compression::decompress));

    private StringFunctions() {}

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>(TEXT);
        all.addAll(PATTERNS);
        all.addAll(CODES);
        return List.copyOf(all);
    }
}
