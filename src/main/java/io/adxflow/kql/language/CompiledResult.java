package io.adxflow.kql.language;

import java.util.Optional;

/**
 * One result table of a query.
 *
 * @param name {@code PrimaryResult}, or what {@code as} or {@code fork} calls it
 * @param sql one DuckDB statement; its columns are those of the schema, by position
 * @param isOrdered whether the order of the rows is part of the answer
 */
public record CompiledResult(
        String name, Schema schema, String sql, boolean isOrdered, Optional<Visualization> visualization) {}
