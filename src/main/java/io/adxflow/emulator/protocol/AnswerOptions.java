package io.adxflow.emulator.protocol;

import io.adxflow.base.http.HttpException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
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
    private static final Duration QUERY_LIMIT = Duration.ofMinutes(4);
    private static final Duration LONGEST = Duration.ofHours(1);

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
        boolean progressive = Options.truth(options, "results_progressive_enabled");
        return new AnswerOptions(
                progressive,
                progressive || Options.truth(options, "results_v2_fragment_primary_tables"),
                Options.truth(options, "results_v2_newlines_between_frames"),
                Options.truth(options, "deferpartialqueryfailures"),
                placement(options.getOrDefault("results_error_reporting_placement", "in_data")),
                ResultLimits.from(options));
    }

    /** How long a request may take: {@code servertimeout}, one hour at most; four minutes when nothing is said. */
    public static Duration timeout(Map<String, String> given) {
        return timeout(given, QUERY_LIMIT);
    }

    public static Duration timeout(Map<String, String> given, Duration otherwise) {
        Map<String, String> options = folded(given);
        if (Options.truth(options, "norequesttimeout")) {
            return LONGEST;
        }
        Duration asked = Options.duration(options, "servertimeout").orElse(otherwise);
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
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
