package io.adxflow.emulator.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/** Lines as records of one field; empty ones are none. */
final class LineRecords implements FieldRecords {
    private final BufferedReader reader;
    private char[] line = new char[0];
    private long records;

    LineRecords(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    @Override
    public boolean next() throws IOException {
        String next = reader.readLine();
        while (next != null && next.isEmpty()) {
            next = reader.readLine();
        }
        if (next == null) {
            return false;
        }
        records++;
        line = next.toCharArray();
        return true;
    }

    @Override
    public long count() {
        return records;
    }

    @Override
    public int fields() {
        return 1;
    }

    @Override
    public char[] text() {
        return line;
    }

    @Override
    public int start(int field) {
        return 0;
    }

    @Override
    public int end(int field) {
        return line.length;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
