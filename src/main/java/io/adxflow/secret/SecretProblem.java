package io.adxflow.secret;

import io.adxflow.base.diagnostic.Problem;

/** What can be wrong with secrets. No message ever repeats a value. */
public enum SecretProblem implements Problem {
    SECRET_NOT_FOUND("SEC101", "there is no secret '%s'"),
    SECRETS_READABLE_BY_OTHERS("SEC102", "others than its owner may read '%s'"),
    SECRETS_UNREADABLE("SEC103", "the secrets in '%s' cannot be read: %s"),
    EMPTY_SECRET("SEC104", "the secret '%s' is empty");

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
