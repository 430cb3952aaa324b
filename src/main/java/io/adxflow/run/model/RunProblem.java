package io.adxflow.run.model;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.Span;

/**
 * What can be wrong with a job when it meets data and tables. 1xx: found before a row moves; 2xx: found in the rows;
 * 3xx: found while staging and committing.
 */
public enum RunProblem implements Problem {
    NO_SUCH_CLASS("RUN101", "there is no class '%s' on the class path"),
    NOT_A_STEP("RUN102", "the class '%s' cannot compute a step: %s"),
    SOURCE_UNREADABLE("RUN103", "the source '%s' cannot be read: %s"),
    STEP_INVALID("RUN104", "the step '%s' cannot be computed: %s"),
    CHECK_INVALID("RUN105", "the check '%s' of '%s' cannot be computed: %s"),
    COLUMN_MISSING("RUN110", "the table '%s' has the column '%s', which '%s' does not compute"),
    COLUMN_UNKNOWN("RUN111", "'%s' computes the column '%s', which the table '%s' does not have"),
    COLUMN_TYPE("RUN112", "the column '%s' is %s in '%s' and %s in the table '%s'"),
    COLUMN_UNSUPPORTED("RUN113", "the column '%s' of '%s' has the type %s, which ADX cannot hold"),
    TARGET_FEEDS_VIEW("RUN114", "'%s' cannot be replaced: the materialized view '%s' keeps rows that are taken away"),
    TARGET_FEEDS_TABLE("RUN115", "'%s' cannot be replaced: an update policy derives rows of '%s' from it once more"),
    TARGET_IS_FED("RUN116", "'%s' cannot be replaced: an update policy puts rows from '%s' there"),
    TARGET_HIDES_ROWS("RUN117", "'%s' cannot be replaced: its %s hides rows from who replaces them"),
    TARGET_STREAMS(
            "RUN118", "'%s' cannot be replaced: rows that stream into it are not yet where they can be replaced"),
    STAGING_IS_READ("RUN119", "an update policy of '%s' reads '%s', staging tables among them"),
    NOT_UTC("RUN120", "the time zone of this process is '%s', and a run needs UTC"),
    NO_SECRET("RUN121", "there is no secret '%s'"),
    NO_CERTIFICATE("RUN122", "the certificate file '%s' cannot be read"),
    EMPTY_REPLACE("RUN301", "there are no rows to replace the table '%s' with"),
    MODE_UNSUPPORTED("RUN901", "the mode '%s' is not supported by this version");

    private final String code;
    private final String template;

    RunProblem(String code, String template) {
        this.code = code;
        this.template = template;
    }

    /** An instance without a place, for what does not stand in a text. */
    public Diagnostic with(Object... arguments) {
        return at(Span.at(0), arguments);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String template() {
        return template;
    }
}
