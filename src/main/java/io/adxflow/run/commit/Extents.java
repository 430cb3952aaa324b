package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.util.ArrayList;
import java.util.List;

/** The extents of a table: how many rows they hold, and which carry a tag. */
final class Extents {
    private final AdxPort port;

    Extents(AdxPort port) {
        this.port = port;
    }

    List<Extent> all(String table) {
        return list(".show table " + Quoted.name(table) + " extents | project ExtentId, RowCount");
    }

    List<Extent> tagged(String table, CommitId commit) {
        return list(".show table " + Quoted.name(table) + " extents where tags has " + Quoted.string(commit.tag())
                + " | project ExtentId, RowCount");
    }

    static long rows(List<Extent> extents) {
        return extents.stream().mapToLong(Extent::rows).sum();
    }

    private List<Extent> list(String command) {
        AdxResult listed = port.command(command);
        List<Extent> extents = new ArrayList<>();
        for (int i = 0; i < listed.rows().size(); i++) {
            extents.add(new Extent(listed.text(i, "ExtentId"), listed.number(i, "RowCount")));
        }
        return extents;
    }

    /** An immutable part of a table. */
    record Extent(String id, long rows) {}
}
