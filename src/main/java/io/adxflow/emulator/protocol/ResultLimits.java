package io.adxflow.emulator.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * How much of a result is sent. What passes the first two is an error, what passes the third is cut silently.
 *
 * @param records rows of the whole answer
 * @param bytes of the rows as JSON
 * @param taken rows, {@code query_take_max_records}
 * @see <a href="https://learn.microsoft.com/kusto/concepts/query-limits">Query limits</a>
 */
public record ResultLimits(long records, long bytes, long taken) {
    static final long DEFAULT_RECORDS = 500_000;
    static final long DEFAULT_BYTES = 64L << 20;
    public static final ResultLimits NONE = new ResultLimits(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

    /** {@code notruncation} does not count beside any of the three options that set a limit. */
    static ResultLimits from(Map<String, String> options) {
        Optional<Long> records = Options.number(options, "truncationmaxrecords");
        Optional<Long> bytes = Options.number(options, "truncationmaxsize");
        Optional<Long> taken = Options.number(options, "query_take_max_records");
        boolean limited = records.isPresent() || bytes.isPresent() || taken.isPresent();
        if (Options.truth(options, "notruncation") && !limited) {
            return NONE;
        }
        return new ResultLimits(
                records.orElse(DEFAULT_RECORDS), bytes.orElse(DEFAULT_BYTES), taken.orElse(Long.MAX_VALUE));
    }

    Optional<ErrorBody> exceededBy(long rows, long size) {
        if (rows > records) {
            return Optional.of(tooLarge(records + " records"));
        }
        return size > bytes ? Optional.of(tooLarge(megabytes(bytes))) : Optional.empty();
    }

    private static String megabytes(long bytes) {
        return bytes % (1 << 20) == 0 ? (bytes >> 20) + " MB" : bytes + " bytes";
    }

    private static ErrorBody tooLarge(String limit) {
        return new ErrorBody(
                200,
                "LimitsExceeded",
                "Kusto.Data.Exceptions.KustoServicePartialQueryFailureLimitsExceededException",
                "Request is invalid and cannot be executed.",
                "Query execution has exceeded the allowed limits (80DA0003): The results of this query exceed the set"
                        + " limit of "
                        + limit
                        + ", so not all records were returned (E_QUERY_RESULT_SET_TOO_LARGE, 0x80DA0003)."
                        + " See https://aka.ms/kustoquerylimits for more information and possible solutions.",
                false,
                Optional.empty());
    }
}
