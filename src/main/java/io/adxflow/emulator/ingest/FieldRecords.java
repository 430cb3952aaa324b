package io.adxflow.emulator.ingest;

import java.io.Closeable;
import java.io.IOException;

/** Records of text fields that are known by their position, one after the other. */
interface FieldRecords extends Closeable {
    /** Goes to the next record, if there is one. */
    boolean next() throws IOException;

    /** How many records there were, this one included. */
    long count();

    int fields();

    /** The characters of the record, in which each field has its part. */
    char[] text();

    int start(int field);

    int end(int field);
}
