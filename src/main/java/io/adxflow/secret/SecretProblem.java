package io.adxflow.secret;

import io.adxflow.base.diagnostic.Problem;

/** What can be wrong with secrets. No message ever repeats a value. */
public enum SecretProblem implements Problem {
    SECRETS_READABLE_BY_OTHERS("SEC101", "others than its owner may read '%s'"),
    SECRETS_UNREADABLE("SEC102", "the secrets in '%s' cannot be read: %s"),
    EMPTY_SECRET("SEC103", "the secret '%s' is empty");

    private final String code;
    private final String template;

    SecretProblem(String code, String template) {
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
}
