package io.adxflow.emulator.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;

/** A whole text as one record of one field. */
final class WholeRecord implements FieldRecords {
    private final Reader reader;
    private char[] text = new char[0];
    private long records;

    WholeRecord(Reader reader) {
        this.reader = reader;
    }

    @Override
    public boolean next() throws IOException {
        if (records > 0) {
            return false;
        }
        StringWriter whole = new StringWriter();
        reader.transferTo(whole);
        text = whole.toString().toCharArray();
        records = 1;
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
        return text;
    }

    @Override
    public int start(int field) {
        return 0;
    }

    @Override
    public int end(int field) {
        return text.length;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
