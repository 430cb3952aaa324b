package io.adxflow.secret;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The name of a secret, in the notation of Databricks: {@code {{secrets/<scope>/<key>}}}. */
public record SecretReference(String scope, String key) {
    private static final String NAME = "[A-Za-z0-9_.@-]{1,128}";
    private static final Pattern NOTATION = Pattern.compile("\\{\\{\\s*secrets/(" + NAME + ")/(" + NAME + ")\\s*}}");

    public SecretReference {
        if (!scope.matches(NAME) || !key.matches(NAME)) {
            throw new IllegalArgumentException("not the name of a secret: " + scope + "/" + key);
        }
    }

    /** The reference that a text is; empty when the text is anything else. */
    public static Optional<SecretReference> parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        return matcher.matches()
                ? Optional.of(new SecretReference(matcher.group(1), matcher.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "{{secrets/" + scope + "/" + key + "}}";
    }
}
