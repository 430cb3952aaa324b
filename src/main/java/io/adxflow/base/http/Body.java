package io.adxflow.base.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;

/** What an answer holds. The server writes it at most once and closes it always, also when nobody is there to read it. */
@FunctionalInterface
public interface Body extends Closeable {
    /** An answer without content. */
    Body NONE = Body.of(new byte[0]);

    void writeTo(OutputStream out) throws IOException;

    /** Bytes, when they are known beforehand; otherwise the answer is sent in chunks. */
    default OptionalLong length() {
        return OptionalLong.empty();
    }

    @Override
    default void close() throws IOException {}

    static Body of(byte[] bytes) {
        return new Body() {
            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.of(bytes.length);
            }
        };
    }
}
