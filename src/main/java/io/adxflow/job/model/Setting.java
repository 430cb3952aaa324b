package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.secret.SecretReference;

/** A value that a file spells out, or the name of the secret that holds it. */
public sealed interface Setting {
    Span span();

    record Plain(String value, Span span) implements Setting {}

    record Hidden(SecretReference reference, Span span) implements Setting {}
}
