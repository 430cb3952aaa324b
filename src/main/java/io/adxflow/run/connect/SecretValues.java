package io.adxflow.run.connect;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.model.Setting;
import io.adxflow.secret.Secret;
import io.adxflow.secret.SecretReference;
import io.adxflow.secret.Secrets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The secrets that files name; a missing one is told at the place that names it. */
public final class SecretValues {
    private final Secrets secrets;

    public SecretValues(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * The secret that a file names.
     *
     * @throws UserException when no store has it
     */
    public Secret find(SecretReference reference, Span span, SourceText file) {
        try {
            return secrets.get(reference);
        } catch (UserException missing) {
            throw new UserException(missing.diagnostics().stream()
                    .map(diagnostic -> diagnostic.moved(nowhere -> span).in(file))
                    .toList());
        }
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
