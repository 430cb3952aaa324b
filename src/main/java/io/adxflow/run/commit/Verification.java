package io.adxflow.run.commit;

import io.adxflow.adx.client.Quoted;
import io.adxflow.run.commit.Extents.Extent;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Compares a staging table with what Spark wrote, and marks the extents that were counted. Rows that arrive later carry
 * no mark and are never committed.
 */
final class Verification {
    private static final int EXTENTS_PER_COMMAND = 1000;

    private final AdxPort port;
    private final Extents extents;

    Verification(AdxPort port) {
        this.port = port;
        this.extents = new Extents(port);
    }

    /**
     * @param expected rows that Spark wrote
     * @throws StagedRowsDifferException when the table holds more or fewer
     */
    VerifiedTable verify(StagingTable staging, CommitId commit, long expected) {
        List<Extent> counted = extents.all(staging.name());
        requireRows(staging, expected, Extents.rows(counted));
        for (int from = 0; from < counted.size(); from += EXTENTS_PER_COMMAND) {
            mark(staging, commit, counted.subList(from, Math.min(counted.size(), from + EXTENTS_PER_COMMAND)));
        }
        List<Extent> marked = extents.tagged(staging.name(), commit);
        requireRows(staging, expected, Extents.rows(marked));
        return new VerifiedTable(staging, commit, expected, marked.size());
    }

    /** {@code .alter} and not {@code .alter-merge}: the engine's own tags go. */
    private void mark(StagingTable staging, CommitId commit, List<Extent> counted) {
        String table = Quoted.name(staging.name());
        String ids = counted.stream().map(Extent::id).collect(Collectors.joining(", "));
        port.command(".alter table " + table + " extent tags (" + Quoted.string(commit.tag()) + ") with ("
                + CommitCommands.ANY_CREATION_TIME + ") <| .show table " + table + " extents (" + ids + ")");
    }

    private static void requireRows(StagingTable staging, long expected, long found) {
        if (expected != found) {
            throw new StagedRowsDifferException(staging.target().name(), expected, found);
        }
    }
}
