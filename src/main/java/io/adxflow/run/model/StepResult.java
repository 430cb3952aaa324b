package io.adxflow.run.model;

import java.util.OptionalLong;

/**
 * A step after the run.
 *
 * @param kind {@code sql} or {@code java}
 * @param rows as Spark observed them; empty when nothing asked for the step's rows
 */
public record StepResult(String name, String kind, OptionalLong rows) {}
