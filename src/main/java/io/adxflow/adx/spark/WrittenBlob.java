package io.adxflow.adx.spark;

import java.io.Serializable;

/**
 * A file that a task has uploaded. It names its container by number, so no signature travels back.
 *
 * @param bytes the size before compression
 */
record WrittenBlob(int container, String name, long rows, long bytes) implements Serializable {}
