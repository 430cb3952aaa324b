package io.adxflow.run.connect;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.Setting;
import io.adxflow.run.model.RunProblem;
import io.adxflow.secret.Secret;
import io.adxflow.secret.SecretReference;
import io.adxflow.secret.SecretStore;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Looks secrets up, in one store after the other, and takes those that it gave out from texts of others. */
public final class SecretValues {
    private static final String HIDDEN = "***";

    private final List<SecretStore> stores;
    private final Set<Secret> given = ConcurrentHashMap.newKeySet();

    public SecretValues(List<SecretStore> stores) {
        this.stores = List.copyOf(stores);
    }

    /**
     * The secret that a file names.
     *
     * @throws io.adxflow.base.diagnostic.UserException when no store has it
     */
    public Secret find(SecretReference reference, Span span, SourceText file) {
        Secret secret = stores.stream()
                .map(store -> store.find(reference))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> RunProblem.NO_SECRET
                        .at(span, reference.scope() + "/" + reference.key())
                        .withHint("looked for: "
                                + stores.stream()
                                        .map(store -> store.whereabouts(reference))
                                        .collect(Collectors.joining("; ")))
                        .in(file)
                        .toException());
        given.add(secret);
        return secret;
    }

    /** A text without the secrets in it: what services, data sources and libraries say may repeat what they were told. */
    public String hiddenIn(String text) {
        return given.stream()
                .map(Secret::reveal)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .reduce(text, (safe, secret) -> safe.replace(secret, HIDDEN));
    }

    /** The text of a setting, whether spelled out or secret. Not for printing. */
    public String text(Setting setting, SourceText file) {
        if (setting instanceof Setting.Hidden hidden) {
            return find(hidden.reference(), hidden.span(), file).reveal();
        }
        return ((Setting.Plain) setting).value();
    }

    /** The options of a Spark reader or writer. Not for printing. */
    public Map<String, String> texts(Map<String, Setting> settings, SourceText file) {
        Map<String, String> texts = new LinkedHashMap<>();
        settings.forEach((name, setting) -> texts.put(name, text(setting, file)));
        return texts;
    }
}
