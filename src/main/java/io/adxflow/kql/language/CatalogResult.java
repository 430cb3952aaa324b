package io.adxflow.kql.language;

/**
 * The stored result of a query.
 *
 * @param expiresOn ticks; from then on there is no such result
 */
public record CatalogResult(CatalogTable table, long expiresOn) {}
