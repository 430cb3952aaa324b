package io.adxflow.secret;

import io.adxflow.base.diagnostic.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Secrets in variables: {@code {{secrets/adx/app-key}}} is in {@code ADXFLOW_SECRET_ADX_APP_KEY}. */
public final class VariableSecrets implements SecretStore {
    private final UnaryOperator<String> variables;

    /** @param variables the value of a variable, or null; on a workstation, the environment of the process */
    public VariableSecrets(UnaryOperator<String> variables) {
        this.variables = variables;
    }

    @Override
    public Optional<Secret> find(SecretReference reference) {
        String value = variables.apply(variable(reference));
        if (value == null) {
            return Optional.empty();
        }
        if (value.isBlank()) {
            throw SecretProblem.EMPTY_SECRET
                    .at(Span.at(0), reference.scope() + "/" + reference.key())
                    .withHint("the " + whereabouts(reference) + " is set, and there is nothing in it")
                    .toException();
        }
        return Optional.of(new Secret(value.strip()));
    }

    @Override
    public String whereabouts(SecretReference reference) {
        return "variable " + variable(reference);
    }

    private static String variable(SecretReference reference) {
        return "ADXFLOW_SECRET_" + shouted(reference.scope()) + "_" + shouted(reference.key());
    }

    private static String shouted(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
