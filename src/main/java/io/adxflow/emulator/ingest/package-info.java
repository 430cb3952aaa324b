/** Reads data in the formats of ingestion as rows of typed values. Start with {@link io.adxflow.emulator.ingest.DataFormat}. */
package io.adxflow.emulator.ingest;
