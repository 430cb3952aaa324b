package io.adxflow.emulator.ingest;

import io.adxflow.emulator.store.OpenRows;

/** Rows out of a file. */
public interface ClosableRows extends OpenRows {}
