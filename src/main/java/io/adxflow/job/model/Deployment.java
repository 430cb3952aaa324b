package io.adxflow.job.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How Databricks treats a job: everything that a run on a workstation has no use for.
 *
 * @param retries how often a failed run is tried again
 * @param retryAfter how long it waits before
 * @param timeout how long a run may take
 * @param warnAfter how long it takes before somebody hears of it
 * @param parameters values that Databricks fills in when a run starts, such as {@code {{job.start_time.iso_date}}}
 */
public record Deployment(
        int retries,
        Optional<Duration> retryAfter,
        Optional<Duration> timeout,
        Optional<Duration> warnAfter,
        Notifications notifications,
        Map<String, String> tags,
        List<Permission> permissions,
        Map<String, Text> parameters) {
    /** What holds for a job that says nothing. */
    public static final Deployment DEFAULT = new Deployment(
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Notifications(List.of(), List.of(), List.of(), List.of()),
            Map.of(),
            List.of(),
            Map.of());

    public Deployment {
        tags = Map.copyOf(tags);
        permissions = List.copyOf(permissions);
        parameters = Map.copyOf(parameters);
    }

    /**
     * Who hears of runs: mail addresses, and the ids of notification destinations.
     *
     * @param late when a run takes longer than it should
     */
    public record Notifications(List<String> start, List<String> success, List<String> failure, List<String> late) {
        public Notifications {
            start = List.copyOf(start);
            success = List.copyOf(success);
            failure = List.copyOf(failure);
            late = List.copyOf(late);
        }

        /** Those of a list that are people. */
        public static List<String> mails(List<String> who) {
            return who.stream().filter(one -> one.contains("@")).toList();
        }

        /** Those of a list that are destinations. */
        public static List<String> destinations(List<String> who) {
            return who.stream().filter(one -> !one.contains("@")).toList();
        }
    }

    /** Who may do what with the job. */
    public record Permission(Principal kind, String name, Level level) {}

    /** Who can be given a permission. */
    public enum Principal {
        USER("user"),
        GROUP("group"),
        SERVICE_PRINCIPAL("service-principal");

        private final String word;

        Principal(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** What somebody may do with a job. */
    public enum Level {
        VIEW("view"),
        MANAGE_RUN("run"),
        MANAGE("manage"),
        IS_OWNER("own");

        private final String word;

        Level(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
