package io.adxflow.job.shape;

import static io.adxflow.job.shape.Key.optional;
import static io.adxflow.job.shape.Key.required;
import static io.adxflow.job.shape.Kinds.OPTIONS;
import static io.adxflow.job.shape.Kinds.PLAIN;
import static io.adxflow.job.shape.Kinds.TEXT;
import static io.adxflow.job.shape.Kinds.TRUTH;
import static io.adxflow.job.shape.Kinds.either;
import static io.adxflow.job.shape.Kinds.words;

import io.adxflow.job.model.Deployment;
import java.util.stream.Stream;

/** The keys of a job that are for Databricks alone. */
public final class DeploymentShape {
    private static final Kind DURATION = new Kind.Text("[1-9][0-9]{0,5}[smh]");
    private static final Kind ADDRESSES = either(TEXT, new Kind.Items(TEXT));

    public static final Shape SCHEDULE = Shape.of(
            "schedule",
            "When Databricks runs the job by itself",
            required("cron", TEXT, "A Quartz expression: second, minute, hour, day, month, weekday: `0 30 6 * * ?`"),
            required("zone", TEXT, "The time zone of these: `UTC`, `Europe/Berlin`"),
            optional("paused", TRUTH, "Whether the schedule is there and does not fire"));

    public static final Shape NOTIFY = Shape.of(
            "notify",
            "Who hears of runs: mail addresses, and ids of the workspace's notification destinations",
            optional("start", ADDRESSES, "When a run starts"),
            optional("success", ADDRESSES, "When a run is done"),
            optional("failure", ADDRESSES, "When a run has failed"),
            optional("late", ADDRESSES, "When a run takes longer than `warn-after`"));

    public static final Shape PERMISSION = Shape.of(
                    "permission",
                    "Who may do what with the job",
                    optional("user", TEXT, "A user's name"),
                    optional("group", TEXT, "A group's name"),
                    optional("service-principal", TEXT, "A service principal's application id"),
                    required(
                            "may",
                            words(Stream.of(Deployment.Level.values()).map(Deployment.Level::word)),
                            "What: `view`, `run` (start and cancel), `manage` or `own`"))
            .withOneOf("user", "group", "service-principal");

    public static final Shape DEPLOY = Shape.of(
            "deploy",
            "How Databricks treats the job",
            optional("retries", PLAIN, "How often a failed run is tried again, not at all when it is left out"),
            optional("retry-after", DURATION, "How long to wait before: `90s`, `30m`, `2h`"),
            optional("timeout", DURATION, "How long a run may take"),
            optional("warn-after", DURATION, "How long a run may take before those in `late` hear of it"),
            optional("notify", new Kind.Keys(NOTIFY), "Who hears of runs"),
            optional("tags", OPTIONS, "Tags of the job and of its cluster"),
            optional("permissions", new Kind.Items(new Kind.Keys(PERMISSION)), "Who may do what with the job"),
            optional(
                    "parameters",
                    OPTIONS,
                    "Values that Databricks fills in when a run starts: `day: \"{{job.start_time.iso_date}}\"`"));

    private DeploymentShape() {}
}
