package io.adxflow.emulator.store;

/** A part of the path of a file of an external table. */
public sealed interface PathPart {
    /** The same in each path. */
    record Text(String text) implements PathPart {}

    /**
     * The value of a partition.
     *
     * @param pattern how a datetime is written, as .NET writes patterns; otherwise an empty text
     */
    record Value(String partition, String pattern) implements PathPart {}
}
