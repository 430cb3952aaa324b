package io.adxflow.databricks.workspace;

import java.io.ByteArrayInputStream;

/**
 * The body of a request that the SDK may send more than once. It closes the stream after each time, and then the stream
 * begins again: one that stayed at its end would make the second request an empty one.
 */
final class RepeatableBody extends ByteArrayInputStream {
    RepeatableBody(byte[] bytes) {
        super(bytes);
    }

    @Override
    public void close() {
        reset();
    }
}
