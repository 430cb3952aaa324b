package io.adxflow.emulator.store;

import java.io.Closeable;

/** Rows that hold something open, a file for example. */
public interface OpenRows extends RowSource, Closeable {}
