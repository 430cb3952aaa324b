package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;

/**
 * A parameter as it went into the job.
 *
 * @param span where the value or the declaration stands in the job file
 */
public record Parameter(String name, ParameterType type, String value, Span span) {}
