package io.adxflow.run.commit;

/**
 * A private table that takes the rows of one sink.
 *
 * @param id the identity that tells this table from a later one of the same name
 */
public record StagingTable(TargetTable target, String name, String id) {}
