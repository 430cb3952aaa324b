/** Rows that come in: inline, from blobs and files, from queries; mappings, properties and failures. */
package io.adxflow.emulator.command.ingestion;
