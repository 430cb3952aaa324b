package io.adxflow.secret;

import static io.adxflow.secret.SecretProblem.SECRET_NOT_FOUND;

import io.adxflow.base.diagnostic.Span;
import java.util.List;
import java.util.stream.Collectors;

/** All stores of a process, in the order in which they are asked. */
public final class Secrets {
    private final List<SecretStore> stores;

    public Secrets(List<SecretStore> stores) {
        this.stores = List.copyOf(stores);
    }

    /**
     * The secret of the first store that has it.
     *
     * @throws io.adxflow.base.diagnostic.UserException when no store has it; the hint names every place that was looked at
     */
    public Secret get(SecretReference reference) {
        return stores.stream()
                .flatMap(store -> store.find(reference).stream())
                .findFirst()
                .orElseThrow(() -> SECRET_NOT_FOUND
                        .at(Span.at(0), reference.scope() + "/" + reference.key())
                        .withHint("looked for it in: " + whereabouts(reference))
                        .toException());
    }

    private String whereabouts(SecretReference reference) {
        return stores.stream().map(store -> store.whereabouts(reference)).collect(Collectors.joining(", "));
    }
}
