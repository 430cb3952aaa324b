package io.adxflow.emulator.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Optional;

/** Records of one field: the lines of a text, of which empty ones are none, or the whole of it. */
final class TextRecords implements FieldRecords {
    private final Reader reader;
    private final Next next;
    private char[] text = new char[0];
    private long records;

    /** The text of the next record, nothing after the last. */
    @FunctionalInterface
    private interface Next {
        Optional<String> text(long before) throws IOException;
    }

    private TextRecords(Reader reader, Next next) {
        this.reader = reader;
        this.next = next;
    }

    static TextRecords lines(Reader reader) {
        BufferedReader lines = new BufferedReader(reader);
        return new TextRecords(lines, before -> {
            String line = lines.readLine();
            while (line != null && line.isEmpty()) {
                line = lines.readLine();
            }
            return Optional.ofNullable(line);
        });
    }

    static TextRecords whole(Reader reader) {
        return new TextRecords(reader, before -> {
            if (before > 0) {
                return Optional.empty();
            }
            StringWriter whole = new StringWriter();
            reader.transferTo(whole);
            return Optional.of(whole.toString());
        });
    }

    @Override
    public boolean next() throws IOException {
        Optional<String> found = next.text(records);
        if (found.isEmpty()) {
            return false;
        }
        records++;
        text = found.get().toCharArray();
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
