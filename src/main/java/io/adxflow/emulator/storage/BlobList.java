package io.adxflow.emulator.storage;

import io.adxflow.base.http.Request;
import io.adxflow.emulator.account.StorageXml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The answer of {@code comp=list}: the blobs of a container and, with a delimiter, its folders. One page holds all. */
final class BlobList {
    private BlobList() {}

    static String of(Request request, String container, BlobFiles files) throws IOException {
        String prefix = request.queryParameter("prefix").orElse("");
        String delimiter = request.queryParameter("delimiter").orElse("");
        List<String> names = files.list(prefix);
        Set<String> folders = new LinkedHashSet<>();
        StringBuilder blobs = new StringBuilder();
        for (String name : names) {
            int end = delimiter.isEmpty() ? -1 : name.indexOf(delimiter, prefix.length());
            if (end >= 0) {
                folders.add(name.substring(0, end + delimiter.length()));
            } else {
                files.find(name).ifPresent(content -> blobs.append(blob(name, content)));
            }
        }
        folders.forEach(folder -> blobs.append("<BlobPrefix><Name>")
                .append(StorageXml.escaped(folder))
                .append("</Name></BlobPrefix>"));
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults ContainerName=\""
                + container + "\"><Prefix>" + StorageXml.escaped(prefix) + "</Prefix><Delimiter>"
                + StorageXml.escaped(delimiter) + "</Delimiter><Blobs>" + blobs
                + "</Blobs><NextMarker/></EnumerationResults>";
    }

    /** Another one for every content. */
    static String tag(Path content) throws IOException {
        long modified = Files.getLastModifiedTime(content).to(TimeUnit.NANOSECONDS);
        return "\"0x" + Long.toHexString(modified ^ Files.size(content)).toUpperCase(Locale.ROOT) + "\"";
    }

    private static String blob(String name, Path content) {
        try {
            Instant modified = Files.getLastModifiedTime(content).toInstant();
            return "<Blob><Name>" + StorageXml.escaped(name) + "</Name><Properties><Creation-Time>"
                    + HttpDate.of(modified)
                    + "</Creation-Time><Last-Modified>" + HttpDate.of(modified) + "</Last-Modified><Etag>"
                    + tag(content).replace("\"", "") + "</Etag><Content-Length>" + Files.size(content)
                    + "</Content-Length><Content-Type>application/octet-stream</Content-Type><BlobType>BlockBlob</BlobType>"
                    + "</Properties></Blob>";
        } catch (IOException e) {
            // Deleted while the list was made.
            return "";
        }
    }
}
