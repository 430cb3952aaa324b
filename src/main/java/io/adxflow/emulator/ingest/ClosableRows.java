package io.adxflow.emulator.ingest;

import io.adxflow.emulator.store.RowSource;
import java.io.Closeable;

/** Rows out of a file. */
public interface ClosableRows extends RowSource, Closeable {}
