package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.AUTH_NEEDED;
import static io.adxflow.job.model.JobProblem.KEY_OF_OTHER_MODE;
import static io.adxflow.job.model.JobProblem.MISSING_KEY;
import static io.adxflow.job.model.JobProblem.SECRET_IS_LITERAL;
import static io.adxflow.job.model.JobProblem.UNKNOWN_AUTH_MODE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.Auth;
import io.adxflow.job.model.AuthMode;
import io.adxflow.job.model.Setting;
import io.adxflow.job.model.Text;
import io.adxflow.job.shape.EnvironmentShape;
import io.adxflow.secret.SecretReference;
import java.util.List;
import java.util.Optional;

/** Reads how to sign in. A value that is a secret must be the name of one. */
record AuthReader(Values values) {
    Optional<Auth> read(Fields adx, Span owner, boolean isEmulator) {
        Optional<YamlNode> node = adx.find("auth");
        if (node.isEmpty()) {
            if (isEmulator) {
                return Optional.of(new Auth.None());
            }
            values.findings()
                    .add(AUTH_NEEDED
                            .at(owner)
                            .withHint("add 'auth:' with 'mode: app-key', 'mode: device-code' or another way"));
            return Optional.empty();
        }
        Span place = adx.place("auth");
        return values.fields(node.get(), EnvironmentShape.AUTH, place)
                .flatMap(fields -> mode(fields).flatMap(mode -> auth(mode, fields, place, isEmulator)));
    }

    private Optional<AuthMode> mode(Fields fields) {
        List<AuthMode> modes = List.of(AuthMode.values());
        Optional<Text> text = fields.find("mode").flatMap(values::text);
        Optional<AuthMode> found = text.flatMap(written -> modes.stream()
                .filter(mode -> mode.word().equals(written.value()))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            values.findings()
                    .add(UNKNOWN_AUTH_MODE
                            .at(text.get().span(), text.get().value())
                            .withHint(Suggestion.hint(
                                    text.get().value(),
                                    "ways to sign in",
                                    modes.stream().map(AuthMode::word).toList())));
        }
        return found;
    }

    private Optional<Auth> auth(AuthMode mode, Fields fields, Span place, boolean isEmulator) {
        refuseKeysOfOthers(mode, fields);
        return switch (mode) {
            case APP_KEY -> appKey(fields, place);
            case APP_CERTIFICATE -> appCertificate(fields, place);
            case MANAGED_IDENTITY -> Optional.of(new Auth.ManagedIdentity(optional(fields, "app-id")));
            case DEVICE_CODE -> Optional.of(
                    new Auth.DeviceCode(optional(fields, "tenant"), optional(fields, "app-id")));
            case AZURE_CLI -> Optional.of(new Auth.AzureCli(optional(fields, "tenant")));
            case TOKEN -> secret(fields, "token", place).map(token -> new Auth.Token(token, place));
            case NONE -> none(fields, isEmulator);
        };
    }

    private void refuseKeysOfOthers(AuthMode mode, Fields fields) {
        EnvironmentShape.AUTH.names().stream()
                .filter(key -> !key.equals("mode") && !mode.keys().contains(key) && fields.has(key))
                .forEach(key -> values.findings()
                        .add(KEY_OF_OTHER_MODE
                                .at(fields.place(key), mode.word(), key)
                                .withHint(
                                        mode.keys().isEmpty()
                                                ? "it takes no other key"
                                                : "its keys: " + String.join(", ", mode.keys()))));
    }

    private Optional<Auth> none(Fields fields, boolean isEmulator) {
        if (!isEmulator) {
            values.findings()
                    .add(
                            AUTH_NEEDED
                                    .at(fields.find("mode").orElseThrow().span())
                                    .withHint(
                                            "add 'emulator: true' if this is one, otherwise sign in, for example with app-key or device-code"));
            return Optional.empty();
        }
        return Optional.of(new Auth.None());
    }

    private Optional<Auth> appKey(Fields fields, Span place) {
        Optional<Setting> tenant = setting(fields, "tenant", place);
        Optional<Setting> appId = setting(fields, "app-id", place);
        Optional<SecretReference> key = secret(fields, "app-key", place);
        return tenant.flatMap(
                found -> appId.flatMap(id -> key.map(secret -> new Auth.AppKey(found, id, secret, place))));
    }

    private Optional<Auth> appCertificate(Fields fields, Span place) {
        Optional<Setting> tenant = setting(fields, "tenant", place);
        Optional<Setting> appId = setting(fields, "app-id", place);
        Optional<Setting> certificate = setting(fields, "certificate", place);
        Optional<SecretReference> password =
                fields.has("certificate-password") ? secret(fields, "certificate-password", place) : Optional.empty();
        return tenant.flatMap(found -> appId.flatMap(
                id -> certificate.map(file -> new Auth.AppCertificate(found, id, file, password, place))));
    }

    private Optional<Setting> optional(Fields fields, String key) {
        return fields.find(key).flatMap(values::setting);
    }

    private Optional<Setting> setting(Fields fields, String key, Span place) {
        Optional<YamlNode> node = fields.find(key);
        if (node.isEmpty()) {
            missing(key, place);
        }
        return node.flatMap(values::setting);
    }

    /** The literal is not repeated in the message: it may be the real secret, and messages end up in logs. */
    private Optional<SecretReference> secret(Fields fields, String key, Span place) {
        return setting(fields, key, place).flatMap(setting -> {
            if (setting instanceof Setting.Hidden hidden) {
                return Optional.of(hidden.reference());
            }
            values.findings()
                    .add(SECRET_IS_LITERAL
                            .at(fields.place(key), key)
                            .withHint("write its name: \"{{secrets/<scope>/<key>}}\""));
            return Optional.empty();
        });
    }

    private void missing(String key, Span place) {
        String summary = EnvironmentShape.AUTH.key(key).orElseThrow().summary();
        values.findings().add(MISSING_KEY.at(place, key).withHint(key + ": " + summary));
    }
}
