/** Rows that go out to files and blobs. */
package io.adxflow.emulator.command.export;
