package io.adxflow.run.commit;

/**
 * A staging table whose extents were counted and carry the tag of the commit. Only these extents are ever committed.
 *
 * @param rows rows in the tagged extents, equal to the rows that Spark wrote
 * @param extents how many there are
 */
public record VerifiedTable(StagingTable staging, CommitId commit, long rows, int extents) {}
