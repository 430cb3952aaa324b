package io.adxflow.emulator.endpoint;

import io.adxflow.base.http.Request;
import io.adxflow.base.http.Response;
import io.adxflow.base.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code /v1/rest/auth/metadata}: where clients sign in. The values of the public cloud, so that clients trust the same hosts
 * as in production; the emulator itself asks nobody who they are.
 */
final class AuthMetadataEndpoint {
    private final String body;

    AuthMetadataEndpoint() {
        Map<String, Object> entra = new LinkedHashMap<>();
        entra.put("LoginEndpoint", "https://login.microsoftonline.com");
        entra.put("LoginMfaRequired", false);
        entra.put("KustoClientAppId", "db662dc1-0cfe-4e1c-a843-19a68e65be58");
        entra.put("KustoClientRedirectUri", "https://microsoft/kustoclient");
        entra.put("KustoServiceResourceId", "https://kusto.kusto.windows.net");
        entra.put("FirstPartyAuthorityUrl", "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a");
        this.body = Json.write(Map.of("AzureAD", entra));
    }

    Response show(Request request) {
        return Response.json(200, body).encodedFor(request);
    }
}
