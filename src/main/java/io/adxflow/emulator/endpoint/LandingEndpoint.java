package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Store;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /}: says that this is an emulator, for people who follow its address and for scripts that wait for it. */
final class LandingEndpoint {
    private final Store store;

    LandingEndpoint(Store store) {
        this.store = store;
    }

    Response show(Request request) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("service", "adxflow emulator of Azure Data Explorer");
        members.put("cluster", request.origin());
        members.put("databases", store.databases());
        members.put("query", "POST /v2/rest/query {\"db\": \"…\", \"csl\": \"print 1\"}");
        return Response.json(200, Json.write(members)).encodedFor(request);
    }
}
