package io.adxflow.emulator.storage;

import io.adxflow.base.http.BrokenBodyException;
import io.adxflow.base.http.Handler;
import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.account.StorageXml;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Refusals as Azure storage tells them: XML from blobs and queues, JSON from tables. */
final class StorageErrors {
    private static final String CODE = "x-ms-error-code";
    private static final String INVALID = "InvalidInput";
    private static final Map<Integer, String> CODES =
            Map.of(404, "ResourceNotFound", 405, "UnsupportedHttpVerb", 413, "RequestBodyTooLarge");

    private StorageErrors() {}

    static Handler inXml(Handler handler) {
        return request -> answered(handler, request, StorageErrors::xml);
    }

    static Handler inJson(Handler handler) {
        return request -> answered(handler, request, StorageErrors::json);
    }

    /** The same for a request that no handler has seen, if its address is one of the storage. */
    static Optional<Response> refusal(Request request, HttpException failure) {
        String service = request.path().replaceFirst("^/*([^/]*).*", "$1").toLowerCase(Locale.ROOT);
        StorageException refused = of(failure);
        return switch (service) {
            case "blob", "export", "queue" -> Optional.of(told(StorageErrors::xml, refused));
            case "table" -> Optional.of(told(StorageErrors::json, refused));
            default -> Optional.empty();
        };
    }

    private static Response answered(Handler handler, Request request, Form form) {
        try {
            return handler.handle(request);
        } catch (StorageException e) {
            return told(form, e);
        } catch (HttpException e) {
            return told(form, of(e));
        } catch (BrokenBodyException e) {
            return told(form, new StorageException(400, INVALID, e.getMessage()));
        } catch (IOException e) {
            String message = "The storage of the emulator cannot be used: " + e.getMessage();
            return told(form, new StorageException(500, "InternalError", message));
        }
    }

    private static StorageException of(HttpException e) {
        return new StorageException(e.status(), CODES.getOrDefault(e.status(), INVALID), e.getMessage());
    }

    private static Response told(Form form, StorageException e) {
        return form.of(e).withHeader(CODE, e.code());
    }

    private static Response xml(StorageException e) {
        String text = "<?xml version=\"1.0\" encoding=\"utf-8\"?><Error><Code>" + e.code() + "</Code><Message>"
                + StorageXml.escaped(e.getMessage()) + "</Message></Error>";
        return Response.text(e.status(), "application/xml", text);
    }

    private static Response json(StorageException e) {
        Map<String, Object> message = Map.of("lang", "en-US", "value", e.getMessage());
        return Response.json(
                e.status(), Json.write(Map.of("odata.error", Map.of("code", e.code(), "message", message))));
    }

    @FunctionalInterface
    private interface Form {
        Response of(StorageException e);
    }
}
