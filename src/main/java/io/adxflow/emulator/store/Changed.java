package io.adxflow.emulator.store;

/** The next state of a database, and what the change has to tell. */
public record Changed<R>(Database database, R result) {}
