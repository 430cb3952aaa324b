package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;

/**
 * Where a file is.
 *
 * @param written as the job says it
 * @param location what to open: a relative path is resolved against the folder of the job file
 */
public record FilePlace(String written, String location, Span span) {}
