package io.adxflow.secret.entra;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.Span;

/** What a user can repair when signing in: 1xx tenants, 2xx refusals, 3xx what a sign-in is made with. */
public enum EntraProblem implements Problem {
    NOT_A_TENANT("ENT101", "'%s' is not the id or the domain of a tenant"),
    NO_ONE_TENANT("ENT102", "'%s' stands for many tenants, expected one"),
    UNKNOWN_TENANT("ENT103", "Entra ID (%s) knows no tenant '%s'"),
    SIGN_IN_REFUSED("ENT201", "Entra ID did not sign in %s: %s"),
    NOT_SIGNED_IN("ENT202", "nobody is signed in"),
    NO_MANAGED_IDENTITY("ENT203", "this machine has no managed identity to sign in with: %s"),
    CLI_REFUSED("ENT204", "the Azure CLI gave no token: %s"),
    CODE_EXPIRED("ENT205", "nobody entered the code in time"),
    NOT_A_TOKEN("ENT206", "the token is not one of Entra ID"),
    CODE_DECLINED("ENT207", "the person declined the sign-in"),
    BAD_CERTIFICATE("ENT301", "the certificate cannot be used: %s"),
    CACHE_READABLE_BY_OTHERS("ENT302", "others than its owner may read the sign-in in '%s'"),
    CACHE_UNUSABLE("ENT303", "the sign-in in '%s' cannot be used: %s"),
    NO_CLI("ENT304", "the Azure CLI is not installed: there is no program 'az' in PATH");

    private final String code;
    private final String template;

    EntraProblem(String code, String template) {
        this.code = code;
        this.template = template;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String template() {
        return template;
    }

    /** An instance without a place, for what does not stand in a text. */
    public Diagnostic with(Object... arguments) {
        return at(Span.at(0), arguments);
    }
}
