package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.PathParts;
import io.adxflow.kql.value.TextParts;
import io.adxflow.kql.value.UrlParts;
import io.adxflow.kql.value.Versions;
import io.adxflow.kql.value.XmlParts;
import java.util.List;

/** Text of a known form, taken apart. */
final class ParseFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar(
                    "parse_url(url: string): dynamic",
                    "kql_parse_url({0})",
                    "Scheme, host, port, path, user, query and fragment of a URL"),
            scalar("parseurl(url: string): dynamic", "kql_parse_url({0})", "The parts of a URL (old; see parse_url)"),
            scalar(
                    "parse_urlquery(query: string): dynamic",
                    "kql_parse_urlquery({0})",
                    "The parameters of the query of a URL"),
            scalar(
                    "parseurlquery(query: string): dynamic",
                    "kql_parse_urlquery({0})",
                    "The parameters of the query of a URL (old; see parse_urlquery)"),
            scalar(
                    "parse_path(path: string): dynamic",
                    "kql_parse_path({0})",
                    "Scheme, root, directory, file name and extension of a path"),
            scalar(
                    "parse_csv(text: string): dynamic",
                    "kql_parse_csv({0})",
                    "The fields of the first record of CSV text"),
            scalar(
                    "parse_xml(text: string): dynamic",
                    "kql_parse_xml({0})",
                    "XML as nested bags; null when it is none"),
            scalar(
                    "parse_command_line(text: string, kind: windows|Windows): dynamic",
                    "kql_parse_command_line({0})",
                    "The arguments of a Windows command line"),
            // Its Java code belongs to the engine, for the patterns are too large for a job.
            scalar(
                    "parse_user_agent(agent: string, parts: value): dynamic",
                    "kql_user_agent({0}, {1})",
                    "Browser, operating system and device: 'browser', 'os', 'device', or an array of them"),
            scalar(
                    "parse_version(version: string): decimal",
                    "TRY_CAST(kql_version_digits({0}) AS DECIMAL(38,0))",
                    "A version of up to four parts as a number that can be compared; null when it is none"),
            scalar(
                    "format_bytes(size: real, [precision: long = 0], [units: Bytes|KB|MB|GB|TB|PB|EB = ''], [base: long ="
                            + " 1024]): string",
                    "coalesce(kql_format_bytes({0}, {1}, {2}, {3}), '')",
                    "A number of bytes in a handy unit"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_parse_url(string): dynamic", UrlParts::of),
            java("kql_parse_urlquery(string): dynamic", UrlParts::ofQuery),
            java("kql_parse_path(string): dynamic", PathParts::of),
            java("kql_parse_csv(string): dynamic", TextParts::csv),
            java("kql_parse_xml(string): dynamic", XmlParts::of),
            java("kql_parse_command_line(string): dynamic", TextParts::commandLine),
            java("kql_version_digits(string): string", Versions::digits),
            java("kql_format_bytes(real, long, string, long): string", TextParts::bytes));

    private ParseFunctions() {}
}
