package io.adxflow.emulator.store;

/**
 * An ingestion mapping of a table.
 *
 * @param kind {@code csv} or {@code json}
 */
public record MappingName(String kind, String name) {}
