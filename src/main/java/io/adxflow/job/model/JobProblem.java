package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Problem;

/** What can be wrong with a job or an environment: JOB1xx the shape of the file, JOB2xx its meaning, ENV environments. */
public enum JobProblem implements Problem {
    NO_FILE("JOB101", "there is no file '%s'"),
    UNREADABLE_FILE("JOB102", "the file '%s' cannot be read: %s"),
    EMPTY_FILE("JOB103", "the file is empty"),
    TOO_LARGE("JOB104", "the file is larger than %s"),
    YAML_SYNTAX("JOB105", "not YAML: %s"),
    TAB("JOB106", "a tab cannot indent YAML"),
    DUPLICATE_KEY("JOB107", "the key '%s' is there twice"),
    YAML_FEATURE("JOB108", "%s are not used in jobs and environments"),
    UNKNOWN_KEY("JOB109", "there is no key '%s' here"),
    MISSING_KEY("JOB110", "the key '%s' is missing"),
    WRONG_TYPE("JOB111", "expected %s, found %s"),
    WRONG_WORD("JOB112", "'%s' is not one of %s"),
    BAD_NAME("JOB113", "'%s' cannot be a name"),
    EXCLUSIVE_KEYS("JOB114", "expected %s of %s, found %s"),
    KEY_NOT_TEXT("JOB115", "a key must be text"),
    NOT_YET("JOB116", "%s is not supported yet"),
    EMPTY_TEXT("JOB117", "the value is empty"),
    TOO_MANY("JOB118", "a job has at most %s %ss, found %s"),

    UNKNOWN_PARAMETER("JOB201", "there is no parameter '%s'"),
    PARAMETER_WITHOUT_VALUE("JOB202", "the parameter '%s' has no value"),
    PARAMETER_TYPE("JOB203", "the parameter '%s' is a %s, found '%s'"),
    PARAMETER_PLACE("JOB204", "the parameter '%s' cannot stand here: %s"),
    LEFTOVER_BRACES("JOB205", "'%s' is not a parameter"),
    SECRET_NOT_HERE("JOB206", "a secret cannot be used here"),
    DUPLICATE_NAME("JOB210", "'%s' is already the name of a %s"),
    UNKNOWN_TABLE("JOB211", "there is no source or step '%s'"),
    CYCLE("JOB212", "the steps depend on each other: %s"),
    UNUSED("JOB213", "nothing uses the %s '%s'"),
    SAME_TARGET("JOB214", "%s and %s write the same %s"),
    CHECK_ON_SOURCE("JOB215", "'%s' is a source, and checks are on steps"),
    NO_SOURCE_FILE("JOB216", "there is no file or folder '%s'"),
    SQL_SYNTAX("JOB217", "not Spark SQL: %s"),
    NOT_A_QUERY("JOB218", "a step is a query, found '%s'"),
    QUALIFIED_TABLE("JOB219", "a step reads sources and steps only, found '%s'"),
    NOTHING_WRITTEN("JOB220", "the job writes nothing"),
    KEY_NEEDS_UPSERT("JOB221", "a key is for the mode upsert"),
    LITERAL_SECRET("JOB222", "the option '%s' is a secret, and a file must not hold it"),
    OVERWRITES_SOURCE("JOB223", "the sink '%s' replaces what the source '%s' reads"),
    BAD_CRON("JOB230", "'%s' is no Quartz cron expression: %s"),
    NEVER_FIRES("JOB231", "the schedule '%s' never fires"),
    UNKNOWN_ZONE("JOB232", "there is no time zone '%s'"),
    BAD_DURATION("JOB233", "'%s' is no duration"),
    BAD_NUMBER("JOB234", "expected a whole number between %s and %s, found '%s'"),
    BAD_MAIL("JOB235", "'%s' is neither a mail address nor a notification destination"),
    UNKNOWN_DYNAMIC_VALUE("JOB236", "Databricks has no dynamic value '%s'"),

    UNKNOWN_AUTH_MODE("ENV101", "'%s' is not a way to sign in"),
    SECRET_IS_LITERAL("ENV102", "'%s' is a secret, and a file must not hold it"),
    BAD_CLUSTER("ENV103", "'%s' is not the address of a cluster"),
    AUTH_NEEDED("ENV104", "only an emulator needs no sign-in"),
    KEY_OF_OTHER_MODE("ENV106", "the way to sign in '%s' has no use for '%s'"),
    OTHER_CLOUD("ENV107", "the cluster is in the cloud '%s', and 'cloud:' says '%s'"),
    BAD_WORKSPACE("ENV120", "'%s' is not the address of a Databricks workspace"),
    BAD_VOLUME("ENV121", "'%s' is not a folder of a Unity Catalog volume");

    private final String code;
    private final String template;

    JobProblem(String code, String template) {
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
}
