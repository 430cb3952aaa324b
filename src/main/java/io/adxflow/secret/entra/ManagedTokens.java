package io.adxflow.secret.entra;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;
import com.microsoft.aad.msal4j.ManagedIdentityApplication;
import com.microsoft.aad.msal4j.ManagedIdentityId;
import com.microsoft.aad.msal4j.ManagedIdentityParameters;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** The tokens of the identity that Azure gave to this machine. */
record ManagedTokens(Identity.Managed identity, Cloud cloud) implements TokenSource {
    /** What the <a href="https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling">service of a machine</a> answers for a while. */
    private static final Set<Integer> PASSING = Set.of(404, 408, 410, 429);

    private static final int BROKEN = 500;
    private static final int OK = 200;

    @Override
    public AccessToken token() {
        ManagedIdentityId id =
                identity.id().map(ManagedTokens::userAssigned).orElseGet(ManagedIdentityId::systemAssigned);
        Wire wire = new Wire(new EntraWire(cloud), new AtomicReference<>());
        try {
            return AppTokens.of(EntraFailures.of(identity, cloud, () -> ManagedIdentityApplication.builder(id)
                    .httpClient(wire)
                    .build()
                    .<IAuthenticationResult>acquireTokenForManagedIdentity(
                            ManagedIdentityParameters.builder(cloud.resource())
                                    .forceRefresh(true)
                                    .build())));
        } catch (UserException | RemoteException failure) {
            throw wire.refusal(failure);
        }
    }

    private static ManagedIdentityId userAssigned(String id) {
        return id.startsWith("/")
                ? ManagedIdentityId.userAssignedResourceId(id)
                : ManagedIdentityId.userAssignedClientId(id);
    }

    /** Keeps the last answer, because the library cannot read how such a service refuses. */
    private record Wire(EntraWire entra, AtomicReference<IHttpResponse> last) implements IHttpClient {
        @Override
        public IHttpResponse send(HttpRequest request) {
            IHttpResponse answer = entra.send(request);
            last.set(answer);
            return answer;
        }

        RuntimeException refusal(RuntimeException failure) {
            IHttpResponse answer = last.get();
            if (answer == null || answer.statusCode() == OK) {
                return failure;
            }
            if (PASSING.contains(answer.statusCode()) || answer.statusCode() >= BROKEN) {
                String text = "the identity service of this machine is busy or being updated (status "
                        + answer.statusCode() + "); try again in a minute";
                return new RemoteException(text, true, answer.statusCode(), "", null);
            }
            return EntraProblem.NO_MANAGED_IDENTITY
                    .with(reason(answer))
                    .withHint("assign the identity to this machine or cluster, and name a user assigned one by its"
                            + " client id or resource id: 'app-id:'")
                    .toException();
        }

        private static String reason(IHttpResponse answer) {
            try {
                Object text = ((Map<?, ?>) Json.read(answer.body())).get("error_description");
                return text == null ? "status " + answer.statusCode() : text.toString();
            } catch (JsonException | ClassCastException notJson) {
                return "status " + answer.statusCode();
            }
        }
    }
}
