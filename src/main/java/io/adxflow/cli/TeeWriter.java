package io.adxflow.cli;

import java.io.IOException;
import java.io.Writer;

/** Writes every character to two writers. */
final class TeeWriter extends Writer {
    private final Writer first;
    private final Writer second;

    TeeWriter(Writer first, Writer second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
        first.write(characters, offset, length);
        second.write(characters, offset, length);
    }

    @Override
    public void flush() throws IOException {
        first.flush();
        second.flush();
    }

    @Override
    public void close() throws IOException {
        first.close();
        second.close();
    }
}
