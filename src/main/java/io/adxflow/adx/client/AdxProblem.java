package io.adxflow.adx.client;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.Span;

/** What a user can repair when working with ADX: 1xx settings, 2xx sign-in and rights, 3xx queries, 4xx data. */
public enum AdxProblem implements Problem {
    MISSING_OPTION("ADX101", "the option '%s' is missing"),
    BAD_OPTION("ADX102", "the option '%s' is '%s', expected %s"),
    UNSUPPORTED_OPTION("ADX103", "the option '%s' is not supported by the engine builtin"),
    CLUSTER_URL("ADX104", "'%s' is not the URL of a cluster"),
    UNKNOWN_HOST("ADX105", "there is no host '%s'"),
    UNTRUSTED_HOST("ADX106", "'%s' is not a known ADX host, so no credentials are sent to it"),
    CONNECTOR_MISSING("ADX107", "the engine connector needs the Kusto Spark connector on the class path"),
    CONNECTOR_CLUSTER("ADX108", "the Kusto Spark connector cannot use the cluster '%s'"),
    PLAIN_HTTP("ADX109", "credentials do not travel over plain http to '%s'"),
    SEVERAL_SIGN_INS("ADX110", "both '%s' and '%s' say how to sign in, expected one of them"),
    CONNECTOR_CANNOT("ADX111", "the Kusto Spark connector does not stand %s"),
    TOKEN_REFUSED("ADX202", "the cluster '%s' did not accept the sign-in: %s"),
    ACCESS_DENIED("ADX203", "the principal may not do this in the database '%s': %s"),
    NO_PRINCIPAL("ADX204", "without a sign-in there is nobody to give roles to"),
    NO_SUCH_ENTITY("ADX301", "ADX does not know what was named: %s"),
    BAD_QUERY("ADX302", "ADX refused the query: %s"),
    RESULT_TOO_LARGE("ADX303", "the result of the query is too large: %s"),
    SEVERAL_RESULTS("ADX304", "the query has more than one result, expected one"),
    NO_RESULT("ADX305", "the query has no result, expected one"),
    SCHEMA_CHANGED("ADX306", "the columns of the query were planned as %s and are now %s"),
    COMMAND_AS_QUERY("ADX307", "'%s' is a control command, expected a query"),
    TABLE_CHANGED("ADX308", "the table '%s' changed while it was read in slices: %s"),
    NOT_A_STREAM("ADX309", "the query compares rows with each other, so it cannot be read as a stream"),
    UNDATED_ROWS("ADX310", "%s rows of '%s' have no ingestion time, so a stream would never see them"),
    STALE_CHECKPOINT("ADX311", "the table '%s' holds epoch %s of the stream, whose checkpoint goes on with epoch %s"),
    OTHER_TABLE("ADX312", "the checkpoint is of another table than '%s'"),
    CURSOR_AHEAD("ADX313", "the checkpoint has read up to the cursor %s, and the database is at %s"),
    COLUMN_MISMATCH("ADX401", "the rows do not fit the table '%s': %s"),
    LOSSY_VALUE("ADX402", "a value of the column '%s' would not arrive as it is: %s");

    private final String code;
    private final String template;

    AdxProblem(String code, String template) {
        this.code = code;
        this.template = template;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String template() {
        return template;
    }

    /** An instance without a place, for what does not stand in a text. */
    public Diagnostic with(Object... arguments) {
        return at(Span.at(0), arguments);
    }
}
