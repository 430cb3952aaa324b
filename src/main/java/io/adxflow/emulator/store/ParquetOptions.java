package io.adxflow.emulator.store;

/**
 * How a Parquet file is written.
 *
 * @param compression {@code uncompressed}, {@code snappy}, {@code gzip}, {@code zstd}, {@code brotli} or {@code lz4_raw}
 * @param rowGroupSize rows
 */
public record ParquetOptions(String compression, long rowGroupSize) {}
