package io.adxflow.emulator.protocol;

import io.adxflow.base.http.HttpException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How an answer is to be written.
 *
 * @param isProgressive with progress frames; implies fragments
 * @param isFragmented primary tables come in fragments
 * @param hasLines one frame per line
 * @param defersFailures partial failures appear among the completion information only
 * @see <a href="https://learn.microsoft.com/kusto/api/rest/request-properties">Request properties</a>
 */
public record AnswerOptions(
        boolean isProgressive,
        boolean isFragmented,
        boolean hasLines,
        boolean defersFailures,
        Placement placement,
        ResultLimits limits) {
    private static final Duration LONGEST = Duration.ofHours(1);
    /** Options that would change the rows and that nothing here obeys: better no answer than another one. */
    private static final List<String> REFUSED = List.of("query_datetimescope_column", "query_results_apply_getschema");

    /** Where the errors of rows that cannot all be sent stand. */
    enum Placement {
        IN_DATA("InData"),
        END_OF_TABLE("EndOfTable"),
        END_OF_DATASET("EndOfDataSet");

        final String wireName;

        Placement(String wireName) {
            this.wireName = wireName;
        }
    }

    /** @throws HttpException with status 400 for a value that an option cannot have */
    public static AnswerOptions from(Map<String, String> given) {
        Map<String, String> options = folded(given);
        refuse(options);
        boolean progressive = Options.truth(options, "results_progressive_enabled");
        return new AnswerOptions(
                progressive,
                progressive || Options.truth(options, "results_v2_fragment_primary_tables"),
                Options.truth(options, "results_v2_newlines_between_frames"),
                Options.truth(options, "deferpartialqueryfailures"),
                placement(options.getOrDefault("results_error_reporting_placement", "in_data")),
                ResultLimits.from(options));
    }

    /** How long a request may take: {@code servertimeout}, one hour at most. */
    public static Duration timeout(Map<String, String> given, Duration otherwise) {
        Map<String, String> options = folded(given);
        if (Options.truth(options, "norequesttimeout")) {
            return LONGEST;
        }
        Duration asked = Options.duration(options, "servertimeout").orElse(otherwise);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /** {@code query_now}, in ticks of 100 ns since 0001-01-01. */
    public static OptionalLong queryTime(Map<String, String> given) {
        return Options.datetime(folded(given), "query_now");
    }

    /** Whether a request only asks if its sender may run it. */
    public static boolean isValidation(Map<String, String> given) {
        Map<String, String> options = folded(given);
        return Options.truth(options, "validate_permissions") || Options.truth(options, "validatepermissions");
    }

    /** Whether a request wants nothing to change. */
    public static boolean isReadOnly(Map<String, String> given) {
        Map<String, String> options = folded(given);
        return Options.truth(options, "request_readonly") || Options.truth(options, "request_readonly_hardline");
    }

    private static void refuse(Map<String, String> options) {
        for (String name : REFUSED) {
            if (!options.getOrDefault(name, "false").equalsIgnoreCase("false")) {
                throw new HttpException(400, "option '" + name + "' is not supported by the emulator");
            }
        }
        String language = options.getOrDefault("query_language", "kql").toLowerCase(Locale.ROOT);
        if (!language.equals("kql") && !language.equals("csl")) {
            throw new HttpException(400, "the query language '" + language + "' is not supported by the emulator");
        }
    }

    private static Placement placement(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "in_data", "indata" -> Placement.IN_DATA;
            case "end_of_table", "endoftable" -> Placement.END_OF_TABLE;
            case "end_of_dataset", "endofdataset" -> Placement.END_OF_DATASET;
            default -> throw new HttpException(
                    400,
                    "option 'results_error_reporting_placement' cannot be '" + value
                            + "': expected in_data, end_of_table or end_of_dataset");
        };
    }

    private static Map<String, String> folded(Map<String, String> given) {
        Map<String, String> options = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        options.putAll(given);
        return Collections.unmodifiableMap(options);
    }
}
