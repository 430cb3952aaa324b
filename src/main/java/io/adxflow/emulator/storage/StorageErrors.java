package io.adxflow.emulator.storage;

import io.adxflow.base.http.Handler;
import io.adxflow.base.http.HttpException;
import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.account.StorageXml;
import java.io.IOException;
import java.util.Map;

/** Refusals as Azure storage tells them: XML from blobs and queues, JSON from tables. */
final class StorageErrors {
    private StorageErrors() {}

    static Handler inXml(Handler handler) {
        return request -> answered(handler, request, StorageErrors::xml);
    }

    static Handler inJson(Handler handler) {
        return request -> answered(handler, request, StorageErrors::json);
    }

    private static Response answered(Handler handler, Request request, Form form) {
        try {
            return handler.handle(request);
        } catch (StorageException e) {
            return form.of(e).withHeader("x-ms-error-code", e.code());
        } catch (HttpException e) {
            return form.of(new StorageException(e.status(), "InvalidInput", e.getMessage()))
                    .withHeader("x-ms-error-code", "InvalidInput");
        } catch (IOException e) {
            String message = "The storage of the emulator cannot be used: " + e.getMessage();
            return form.of(new StorageException(500, "InternalError", message))
                    .withHeader("x-ms-error-code", "InternalError");
        }
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
