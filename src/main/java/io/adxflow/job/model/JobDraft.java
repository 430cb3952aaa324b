package io.adxflow.job.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A job that was read and not yet checked. What could not be read is missing from it; the names of those parts are known,
 * so that nobody complains about them twice.
 *
 * @param unread names of sources and steps that are in the file but not in the job
 * @param isWhole whether everything in the file could be read
 */
public record JobDraft(Job job, Environment environment, Set<String> unread, boolean isWhole) {
    public JobDraft {
        unread = unread.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there is a source or step of a name, readable or not. */
    public boolean hasTable(String name) {
        return job.source(name).isPresent()
                || job.step(name).isPresent()
                || unread.contains(name.toLowerCase(Locale.ROOT));
    }

    public List<String> tables() {
        return job.tables();
    }
}
