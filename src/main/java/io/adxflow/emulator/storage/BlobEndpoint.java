package io.adxflow.emulator.storage;

import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.emulator.account.StorageXml;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code /blob/{container}/{blob}}, and {@code /export/{blob}} at the account's own host: block blobs, written in one piece or in blocks, read whole or in ranges, listed, deleted.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/storageservices/blob-service-rest-api">Blob service REST API</a>
 */
final class BlobEndpoint {
    private static final int BLOCK_LIST = 8 << 20;

    private final Containers containers;
    private final SharedAccess access;
    private final Function<Request, String> container;

    /** @param container which container a request is about */
    BlobEndpoint(Containers containers, SharedAccess access, Function<Request, String> container) {
        this.containers = containers;
        this.access = access;
        this.container = container;
    }

    Response put(Request request) throws IOException {
        BlobFiles files = files(request);
        String blob = request.pathParameter("blob");
        switch (request.queryParameter("comp").orElse("")) {
            case "" -> putWhole(request, files, blob);
            case "block" -> files.putBlock(blob, parameter(request, "blockid"), request.body());
            case "blocklist" -> files.putBlockList(blob, blocks(request));
            default -> throw new StorageException(
                    400, "InvalidQueryParameterValue", "This part of a blob cannot be written.");
        }
        Response created = Response.empty(201).withHeader("x-ms-request-server-encrypted", "false");
        return files.find(blob).isPresent() ? described(created, path(files, blob)) : created;
    }

    Response get(Request request) throws IOException {
        BlobFiles files = files(request);
        if (!request.queryParameter("comp").orElse("metadata").equals("metadata")) {
            throw new StorageException(400, "InvalidQueryParameterValue", "This part of a blob cannot be read.");
        }
        Path content = path(files, request.pathParameter("blob"));
        FileChannel file = FileChannel.open(content, StandardOpenOption.READ);
        try {
            BlobRange range = BlobRange.of(request, file.size());
            Response answer =
                    Response.stream(range.isWhole() ? 200 : 206, "application/octet-stream", new FileBody(file, range));
            Response ranged = range.isWhole() ? answer : ranged(request, answer, file, range);
            return described(ranged, content).withHeader("Accept-Ranges", "bytes");
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** Hadoop asks for the digest of every part that it reads. */
    private static Response ranged(Request request, Response answer, FileChannel file, BlobRange range)
            throws IOException {
        Response ranged = answer.withHeader("Content-Range", range.contentRange(file.size()));
        return request.header("x-ms-range-get-content-md5").orElse("").equalsIgnoreCase("true")
                ? ranged.withHeader("Content-MD5", range.md5(file))
                : ranged;
    }

    Response list(Request request) throws IOException {
        BlobFiles files = files(request);
        if (!request.queryParameter("comp").orElse("").equals("list")) {
            return describeContainer(request);
        }
        return Response.text(200, "application/xml", BlobList.of(request, container.apply(request), files));
    }

    /** The properties of a container; it has no metadata. */
    Response describeContainer(Request request) {
        files(request);
        return Response.empty(200)
                .withHeader("ETag", "\"0x0\"")
                .withHeader("Last-Modified", HttpDate.of(Instant.EPOCH));
    }

    Response delete(Request request) throws IOException {
        if (!files(request).delete(request.pathParameter("blob"))) {
            throw StorageException.notFound("BlobNotFound", "blob");
        }
        return Response.empty(202);
    }

    private static void putWhole(Request request, BlobFiles files, String blob) throws IOException {
        boolean isBlock = request.header("x-ms-blob-type").orElse("BlockBlob").equals("BlockBlob");
        if (!isBlock || request.header("x-ms-copy-source").isPresent()) {
            throw new StorageException(400, "UnsupportedHeader", "Only block blobs are kept, and none is copied.");
        }
        if (request.header("If-None-Match").orElse("").equals("*")
                && files.find(blob).isPresent()) {
            throw new StorageException(409, "BlobAlreadyExists", "The specified blob already exists.");
        }
        files.put(blob, request.body());
    }

    private static List<String> blocks(Request request) throws IOException {
        return StorageXml.texts(request.text(BLOCK_LIST), Set.of("Latest", "Committed", "Uncommitted"));
    }

    private BlobFiles files(Request request) {
        String name = container.apply(request);
        access.check(request, "blob/" + name);
        return containers.find(name).orElseThrow(() -> StorageException.notFound("ContainerNotFound", "container"));
    }

    private static Path path(BlobFiles files, String blob) {
        return files.find(blob).orElseThrow(() -> StorageException.notFound("BlobNotFound", "blob"));
    }

    private static String parameter(Request request, String name) {
        return request.queryParameter(name)
                .orElseThrow(() -> new StorageException(
                        400, "MissingRequiredQueryParameter", "The query parameter '" + name + "' is missing."));
    }

    private static Response described(Response response, Path content) throws IOException {
        Instant modified = Files.getLastModifiedTime(content).toInstant();
        return response.withHeader("ETag", BlobList.tag(content))
                .withHeader("Last-Modified", HttpDate.of(modified))
                .withHeader("x-ms-creation-time", HttpDate.of(modified))
                .withHeader("x-ms-blob-type", "BlockBlob")
                .withHeader("x-ms-version", "2024-11-04");
    }
}
