package io.adxflow.emulator.protocol;

import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.Visualization;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One result of a query. Its rows are opened when its turn comes, and closed when it is written.
 *
 * @param name {@code PrimaryResult}, or what the query calls it
 * @param isSorted whether the order of the rows is part of the answer
 */
public record AnswerTable(String name, Optional<Visualization> visualization, boolean isSorted, Supplier<Rows> rows) {}
