package io.adxflow.base.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** How a body is packed. Only gzip: what clients call deflate is decoded by none of them in the same way. */
public enum ContentCoding {
    GZIP,
    IDENTITY;

    private static final int BUFFER = 1 << 16;

    static ContentCoding acceptedBy(Request request) {
        for (String item : request.header("Accept-Encoding").orElse("").split(",")) {
            String[] parts = item.trim().toLowerCase(Locale.ROOT).split("\\s*;\\s*");
            boolean refused = parts.length > 1 && parts[1].matches("q=0(\\.0*)?");
            if (parts[0].equals("gzip") && !refused) {
                return GZIP;
            }
        }
        return IDENTITY;
    }

    Response encode(Response response) {
        Body body = this == GZIP ? new Gzipped(response.body()) : response.body();
        return new Response(response.status(), response.headers(), body)
                .withHeader("Content-Encoding", name().toLowerCase(Locale.ROOT));
    }

    /** The content of a stream that may be gzip, judged by its first two bytes: clients name the coding wrongly. */
    public static InputStream unpacked(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
        buffered.mark(2);
        boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
        buffered.reset();
        return gzip ? new GZIPInputStream(buffered, BUFFER) : buffered;
    }

    private record Gzipped(Body body) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            GZIPOutputStream zipped = new FastGzip(out);
            body.writeTo(zipped);
            zipped.finish();
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** The server and its clients share one machine, so time is dearer than bytes. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out, BUFFER, false);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
