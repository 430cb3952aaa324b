package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;

/** A text and its place in the file. */
public record Text(String value, Span span) {
    @Override
    public String toString() {
        return value;
    }
}
