/**
 * The Azure storage that ingesting clients upload to: blobs, queues and tables, as much of them as those clients use. All of it
 * is files. Start at {@link io.adxflow.emulator.storage.Storage}.
 */
package io.adxflow.emulator.storage;
