package io.adxflow.adx.client;

/**
 * What ADX says went wrong.
 *
 * @param status the HTTP status, 200 for an error inside an answer, 0 when there was no answer
 * @param code the service's code, for example {@code General_BadRequest}, or an empty text
 * @param permanent whether the same request would fail again
 */
record ServiceError(int status, String code, String message, boolean permanent, String activityId) {
    /** An error that stands inside an answer. */
    static ServiceError inAnswer(String code, String message, boolean permanent) {
        return new ServiceError(200, code, message, permanent, "");
    }

    /** Whether the limits on a result were hit: <a href="https://aka.ms/kustoquerylimits">Query limits</a>. */
    boolean isTruncation() {
        return code.contains("LimitsExceeded")
                || message.contains("E_QUERY_RESULT_SET_TOO_LARGE")
                || message.contains("80DA0003")
                || message.contains("-2133196797");
    }
}
