package io.adxflow.emulator.command.language;

import io.adxflow.base.diagnostic.Span;

/** A name and where it was written. */
public record Name(String value, Span span) {}
