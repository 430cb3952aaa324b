package io.adxflow.emulator.duckdb;

import io.adxflow.base.diagnostic.RemoteException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What went wrong in DuckDB or on the disk, in words that say what to do. */
final class Failures {
    private static final int TIMEOUT = 504;
    private static final int INSUFFICIENT_STORAGE = 507;
    private static final int SERVER_ERROR = 500;
    private static final int BAD_REQUEST = 400;

    /** Errors that come from what values are, not from what a statement looks like. */
    private static final Pattern OF_DATA =
            Pattern.compile("(?m)^(Error: )?(Invalid Input|Conversion|Out of Range) Error: (?!Attempting to execute)");

    /** In Kusto's words, which clients look for. */
    private static final String LOW_MEMORY =
            "Query execution lacks memory resources to complete (80DA0007): Partial query failure: Low memory condition"
                    + " (E_LOW_MEMORY_CONDITION). (message: 'bad allocation (E_LOW_MEMORY_CONDITION)', details: '')";

    private Failures() {}

    static RemoteException of(String doing, Exception cause) {
        String message = String.valueOf(cause.getMessage());
        String folded = message.toLowerCase(Locale.ROOT);
        if (folded.contains("no space left") || folded.contains("out of disk") || folded.contains("disk quota")) {
            return failure(doing + ": the disk is full; nothing was changed", INSUFFICIENT_STORAGE, cause);
        }
        if (folded.contains("out of memory")) {
            return failure(doing + ": " + LOW_MEMORY, BAD_REQUEST, cause);
        }
        if (folded.contains("interrupt")) {
            return cancelled(doing, cause);
        }
        boolean isOfData = OF_DATA.matcher(message).find();
        return failure(doing + ": " + plain(message), isOfData ? BAD_REQUEST : SERVER_ERROR, cause);
    }

    /** A failure of what the user gave, unless the disk or the memory failed. */
    static RemoteException ofData(String doing, Exception cause) {
        RemoteException failure = of(doing, cause);
        return failure.status() == SERVER_ERROR ? failure(failure.getMessage(), BAD_REQUEST, cause) : failure;
    }

    /** Without what DuckDB and Java say about themselves. */
    private static String plain(String message) {
        return message.replaceFirst("(?s)^Invalid Input Error: Attempting to execute an unsuccessful .*?\nError: ", "")
                .replaceFirst("(?s)\n\\s+at .*", "")
                .replaceFirst("^Invalid Input Error: [\\w.$]+: ", "");
    }

    /** While requests from before it gave up still read the data, DuckDB cannot begin anew. */
    static RemoteException stillInUse() {
        return failure(
                "the data could not be written, and is opened anew when all requests from before have ended; whether the"
                        + " last change was kept is known then",
                INSUFFICIENT_STORAGE,
                null);
    }

    static RemoteException cancelled(String doing, Exception cause) {
        return failure(doing + ": Query is expired or was cancelled (E_QUERY_CANCELLED)", BAD_REQUEST, cause);
    }

    static RemoteException timeout(String doing, String limit, Exception cause) {
        return failure(doing + ": it ran longer than its limit of " + limit, TIMEOUT, cause);
    }

    private static RemoteException failure(String message, int status, Exception cause) {
        return new RemoteException(message, false, status, "", cause);
    }
}
