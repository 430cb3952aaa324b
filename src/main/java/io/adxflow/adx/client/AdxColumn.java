package io.adxflow.adx.client;

/** A column of a result or of a table. */
public record AdxColumn(String name, AdxType type) {}
