package io.adxflow.emulator.store;

/**
 * A place that ingesting clients may write to.
 *
 * @param type {@code TempStorage}, {@code SecuredReadyForAggregationQueue}, {@code IngestionsStatusTable}, …
 * @param uri address with its access signature
 */
public record IngestionResource(String type, String uri) {}
