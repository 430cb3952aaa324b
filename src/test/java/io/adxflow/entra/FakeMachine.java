package io.adxflow.entra;

import io.adxflow.entra.FakeEntra.Reply;
import io.adxflow.entra.FakeEntra.Request;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;

/**
 * The identity service of a machine, as a <a
 * href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token">virtual
 * machine</a> and an <a href="https://learn.microsoft.com/azure/app-service/overview-managed-identity">App Service</a>
 * have one.
 */
public final class FakeMachine {
    private static final Map<String, String> BY_ID =
            Map.of("client_id", "c", "msi_res_id", "r", "mi_res_id", "r", "object_id", "o");

    private final Deque<Integer> failures = new ArrayDeque<>();
    private String identity = "";
    private String header = "";

    /** The machine has one identity, by its client id; its resource id and object id are {@link #resourceId} and {@link #objectId}. */
    public synchronized void assign(String clientId) {
        identity = clientId;
    }

    /** The secret that an App Service tells its programs. */
    public synchronized void protectWith(String identityHeader) {
        header = identityHeader;
    }

    /** The next answers are these statuses. */
    public synchronized void failWith(Integer... statuses) {
        failures.addAll(Arrays.asList(statuses));
    }

    public synchronized String resourceId() {
        return "/subscriptions/s/resourceGroups/g/providers/Microsoft.ManagedIdentity/userAssignedIdentities/"
                + identity;
    }

    public synchronized String objectId() {
        return "0b1ec700-" + Integer.toHexString(identity.hashCode());
    }

    /** Whether a request is for such a service. */
    static boolean answers(Request request) {
        return request.path().startsWith("/metadata/identity/")
                || request.path().equals("/msi/token");
    }

    synchronized Reply reply(Request request, EntraTokens tokens) {
        if (!failures.isEmpty()) {
            return new Reply(failures.pop(), Map.of("error", "unavailable", "error_description", "not now"));
        }
        boolean isAllowed = request.path().equals("/msi/token")
                ? header.equals(request.headers().get("x-identity-header"))
                : "true".equals(request.headers().get("metadata"));
        if (!isAllowed) {
            return new Reply(
                    400, Map.of("error", "invalid_request", "error_description", "Required header is missing"));
        }
        if (identity.isEmpty() || !isAskedFor(request)) {
            return new Reply(400, Map.of("error", "invalid_request", "error_description", "Identity not found"));
        }
        return new Reply(200, tokens.ofMachine(identity, request.form().get("resource")));
    }

    private boolean isAskedFor(Request request) {
        return BY_ID.entrySet().stream().allMatch(name -> {
            String asked = request.form().get(name.getKey());
            String own =
                    switch (name.getValue()) {
                        case "c" -> identity;
                        case "r" -> resourceId();
                        default -> objectId();
                    };
            return asked == null || asked.equals(own);
        });
    }
}
