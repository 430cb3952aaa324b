package io.adxflow.secret.entra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way out of what <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">Entra ID refuses</a> most. */
final class EntraHints {
    private static final Map<String, String> BY_CODE = new LinkedHashMap<>();

    static {
        BY_CODE.put("AADSTS7000215", "the key is wrong: it is the value of a client secret, not its id");
        BY_CODE.put(
                "AADSTS7000222", "the client secret has expired: create a new one for the application, and store it");
        BY_CODE.put("AADSTS700016", "the tenant does not know the application: check 'app-id' and 'tenant'");
        BY_CODE.put("AADSTS90002", "there is no such tenant: adxflow tenant <domain> finds it");
        BY_CODE.put("AADSTS700027", "the certificate is not that of the application: upload its public part there");
        BY_CODE.put("AADSTS7000112", "the application is disabled in the tenant");
        BY_CODE.put(
                "AADSTS500011", "the tenant has no service principal for ADX; a first sign-in of a person makes it");
        BY_CODE.put("AADSTS65001", "an administrator of the tenant has to consent to the application");
        BY_CODE.put(
                "AADSTS700023", "the application signed in to another cloud than that of its tenant: check 'cloud'");
        BY_CODE.put(
                "AADSTS700024",
                "the clock of this machine is wrong: set it by a time server; a certificate signs for minutes only");
        for (String code : List.of("AADSTS50074", "AADSTS50076", "AADSTS50079")) {
            BY_CODE.put(
                    code,
                    "the tenant wants another factor: sign in with 'az login', and write 'auth: {mode: azure-cli}'");
        }
        for (String code : List.of("AADSTS53000", "AADSTS53001", "AADSTS53003", "AADSTS530003")) {
            BY_CODE.put(
                    code,
                    "a conditional access policy of the tenant forbids it from this machine; ask an administrator, or"
                            + " sign in with 'az login', and write 'auth: {mode: azure-cli}'");
        }
        BY_CODE.put(
                "AADSTS50020",
                "the person is not of the tenant: adxflow login --tenant <the person's own>, or be a guest");
        BY_CODE.put("AADSTS50105", "the application is for assigned users only: an administrator assigns them");
    }

    private EntraHints() {}

    /** The way out of a refusal that signing in again does not change. */
    static Optional<String> known(String message) {
        return BY_CODE.entrySet().stream()
                .filter(entry -> message.contains(entry.getKey() + ":"))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    static String of(String message, Identity identity) {
        return known(message)
                .orElse(
                        identity instanceof Identity.Person
                                ? "sign in again: adxflow login"
                                : "check tenant, app-id and the secret of the environment");
    }
}
