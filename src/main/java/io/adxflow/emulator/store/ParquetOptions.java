package io.adxflow.emulator.store;

/**
 * How a Parquet file is written.
 *
 * @param compression {@code uncompressed}, {@code snappy}, {@code gzip}, {@code zstd}, {@code brotli} or {@code lz4_raw}
 * @param rowGroupSize rows
 * @param fileBytes about how large a file becomes before the next one is begun
 */
public record ParquetOptions(String compression, long rowGroupSize, long fileBytes) {}
