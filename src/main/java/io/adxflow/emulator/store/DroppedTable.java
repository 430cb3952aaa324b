package io.adxflow.emulator.store;

/**
 * A table that was dropped and can be brought back.
 *
 * @param version of the database before the drop
 * @param droppedOn ticks
 */
public record DroppedTable(Table table, String version, long droppedOn) {}
