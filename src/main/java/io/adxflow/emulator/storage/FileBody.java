package io.adxflow.emulator.storage;

import io.adxflow.base.http.Body;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.util.OptionalLong;

/** A part of an open file, sent without passing through memory. */
record FileBody(FileChannel file, BlobRange range) implements Body {
    @Override
    public void writeTo(OutputStream out) throws IOException {
        WritableByteChannel target = Channels.newChannel(out);
        long end = range.from() + range.length();
        for (long at = range.from(); at < end; ) {
            at += file.transferTo(at, end - at, target);
        }
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.of(range.length());
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
