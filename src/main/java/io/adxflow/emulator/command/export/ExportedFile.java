package io.adxflow.emulator.command.export;

/** A file that was exported to an external table. */
record ExportedFile(String path, long rows, long bytes) {}
