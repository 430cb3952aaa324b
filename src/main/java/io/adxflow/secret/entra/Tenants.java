package io.adxflow.secret.entra;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.http.RestClient;
import io.adxflow.base.json.Json;
import io.adxflow.base.json.JsonException;
import io.adxflow.secret.RecentlyUsed;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds tenants by id or domain, in the <a
 * href="https://learn.microsoft.com/entra/identity-platform/v2-protocols-oidc">OpenID configuration</a> that Entra ID
 * publishes for each of them. Each is asked for once in a process.
 */
public final class Tenants {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DOMAIN = Pattern.compile("(?=.{3,253}$)[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Set<String> MANY = Set.of("common", "organizations", "consumers");
    private static final int LIMIT = 256;
    private static final RecentlyUsed<Asked, Tenant> FOUND = new RecentlyUsed<>(LIMIT);
    private static final int OK = 200;
    private static final Set<Integer> UNKNOWN = Set.of(400, 404);

    private record Asked(String name, Cloud cloud) {}

    private Tenants() {}

    /** Whether a text is the id of a tenant, which nobody needs to be asked for. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /**
     * The tenant with an id or a domain.
     *
     * @throws io.adxflow.base.diagnostic.UserException when there is none
     * @throws RemoteException when Entra ID does not answer
     */
    public static Tenant find(String idOrDomain, Cloud cloud) {
        String name = name(idOrDomain);
        Asked asked = new Asked(name, cloud);
        return FOUND.find(asked).orElseGet(() -> FOUND.keep(asked, ask(name, cloud)));
    }

    /** The id of a tenant; asks only when a domain is given. */
    public static String id(String idOrDomain, Cloud cloud) {
        return isId(idOrDomain) ? idOrDomain : find(idOrDomain, cloud).id();
    }

    /**
     * The id or the domain of a tenant in small letters, fit to stand in an address and in a command.
     *
     * @throws io.adxflow.base.diagnostic.UserException when a text is neither
     */
    static String name(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (MANY.contains(name)) {
            throw EntraProblem.NO_ONE_TENANT
                    .with(name)
                    .withHint("name the tenant: its id, or a domain such as contoso.com")
                    .toException();
        }
        if (!isId(name) && !DOMAIN.matcher(name).matches()) {
            throw EntraProblem.NOT_A_TENANT
                    .with(name)
                    .withHint("expected an id such as 72f988bf-86f1-41af-91ab-2d7cd011db47, or a domain such as"
                            + " contoso.com")
                    .toException();
        }
        return name;
    }

    private static Tenant ask(String name, Cloud cloud) {
        RestClient.Answer answer = new EntraWire(cloud).get("/" + name + "/v2.0/.well-known/openid-configuration");
        if (UNKNOWN.contains(answer.status())) {
            throw EntraProblem.UNKNOWN_TENANT
                    .with(cloud.word(), name)
                    .withHint("check the spelling; tenants of another cloud are found with --cloud, in an environment"
                            + " 'cloud:' ("
                            + String.join(
                                    ", ", Cloud.ALL.stream().map(Cloud::word).toList())
                            + ")")
                    .toException();
        }
        if (answer.status() != OK) {
            throw unreadable(cloud, answer);
        }
        return read(answer, cloud);
    }

    private static Tenant read(RestClient.Answer answer, Cloud cloud) {
        try {
            Map<?, ?> configuration = (Map<?, ?>) Json.read(answer.body());
            Matcher id = ID.matcher(String.valueOf(configuration.get("issuer")));
            if (!id.find()) {
                throw unreadable(cloud, answer);
            }
            Object region = configuration.get("tenant_region_scope");
            return new Tenant(id.group(), region == null ? "" : region.toString(), cloud);
        } catch (JsonException | ClassCastException notAnAnswer) {
            throw unreadable(cloud, answer);
        }
    }

    private static RemoteException unreadable(Cloud cloud, RestClient.Answer answer) {
        boolean passing = answer.status() == 429 || answer.status() >= 500;
        String text = cloud.login() + " did not say which tenant it is: status " + answer.status()
                + (passing ? "; try again in a minute" : "; is there a proxy that answers in its place?");
        return new RemoteException(text, passing, answer.status(), "", null);
    }
}
