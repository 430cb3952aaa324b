package io.adxflow.emulator.store;

import java.nio.file.Path;

/** A file, and how many rows were written into it. */
public record WrittenFile(Path path, long rows) {}
