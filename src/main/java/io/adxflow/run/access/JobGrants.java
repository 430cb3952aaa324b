package io.adxflow.run.access;

import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.SourceKql;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The least roles that a job needs. Reading takes a viewer. Every ADX sink is filled through a staging table: to create it
 * takes a user of the database, who also reads; to load it an ingestor; to move its rows an admin of the table that takes
 * them. Who creates a table is its admin.
 */
public final class JobGrants {
    private static final Pattern OTHER_DATABASE =
            Pattern.compile("(?<!\\.)\\bdatabase\\s*\\(\\s*[\"']([^\"'\\\\]+)[\"']\\s*\\)");

    private JobGrants() {}

    /** In the order in which an administrator gives them: databases, then tables. */
    public static List<Grant> of(Job job, String database) {
        List<Grant> grants = new ArrayList<>();
        List<AdxWrite> writes = AdxWrite.of(job);
        if (!writes.isEmpty()) {
            grants.add(on(database, Role.USER, "creates staging tables"));
            grants.add(on(database, Role.INGESTOR, "loads staging tables"));
        } else if (readsAdx(job)) {
            grants.add(on(database, Role.VIEWER, "reads"));
        }
        otherDatabases(job, database).forEach(other -> grants.add(on(other, Role.VIEWER, "reads")));
        writes.forEach(write -> grants.add(new Grant(
                database,
                Optional.of(write.table().value()),
                Role.ADMIN,
                write.mode().word() + " moves rows into it")));
        return grants;
    }

    private static Grant on(String database, Role role, String reason) {
        return new Grant(database, Optional.empty(), role, reason);
    }

    private static boolean readsAdx(Job job) {
        return job.sources().stream().anyMatch(source -> SourceKql.of(source).isPresent());
    }

    /** Databases of this cluster that queries name; those of other clusters have administrators of their own. */
    private static Set<String> otherDatabases(Job job, String database) {
        Set<String> names = new LinkedHashSet<>();
        for (Source source : job.sources()) {
            Matcher matcher = OTHER_DATABASE.matcher(SourceKql.of(source).orElse(""));
            while (matcher.find()) {
                names.add(matcher.group(1));
            }
        }
        names.remove(database);
        return names;
    }
}
