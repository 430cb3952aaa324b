package io.adxflow.emulator.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of fields with tabulators between them, in which a backslash hides what would end a field: {@code \t}, {@code \n},
 * {@code \r} and {@code \\}. Quotes are text. Empty lines are no records.
 */
final class EscapedRecords implements FieldRecords {
    private final BufferedReader reader;
    private final List<Integer> ends = new ArrayList<>();
    private char[] text = new char[0];
    private long records;

    EscapedRecords(Reader reader) {
        this.reader = new BufferedReader(reader);
    }

    @Override
    public boolean next() throws IOException {
        String line = reader.readLine();
        while (line != null && line.isEmpty()) {
            line = reader.readLine();
        }
        if (line == null) {
            return false;
        }
        records++;
        split(line);
        return true;
    }

    private void split(String line) {
        StringBuilder plain = new StringBuilder();
        ends.clear();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\t') {
                ends.add(plain.length());
            } else if (c == '\\' && i + 1 < line.length()) {
                i++;
                plain.append(unescaped(line.charAt(i)));
            } else {
                plain.append(c);
            }
        }
        ends.add(plain.length());
        text = plain.toString().toCharArray();
    }

    private static char unescaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }

    @Override
    public long count() {
        return records;
    }

    @Override
    public int fields() {
        return ends.size();
    }

    @Override
    public char[] text() {
        return text;
    }

    @Override
    public int start(int field) {
        return field == 0 ? 0 : ends.get(field - 1);
    }

    @Override
    public int end(int field) {
        return ends.get(field);
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
