package io.adxflow.emulator.command;

import io.adxflow.base.diagnostic.Span;

/** A name and where it was written. */
record Name(String value, Span span) {}
