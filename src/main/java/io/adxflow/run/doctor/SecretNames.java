package io.adxflow.run.doctor;

import io.adxflow.job.model.Auth;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Setting;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Source;
import io.adxflow.secret.SecretReference;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The names of the secrets that a sign-in takes, or a job. */
public final class SecretNames {
    private SecretNames() {}

    /** Those in the options of sources and sinks. */
    public static List<SecretReference> of(Job job) {
        return hidden(Stream.concat(
                                job.sources().stream().map(Source::options),
                                job.sinks().stream().map(Sink::options))
                        .flatMap(options -> options.values().stream()))
                .distinct()
                .toList();
    }

    /** Those of a sign-in. */
    public static List<SecretReference> of(Auth auth) {
        return switch (auth.mode()) {
            case APP_KEY -> ofKey((Auth.AppKey) auth);
            case APP_CERTIFICATE -> ofCertificate((Auth.AppCertificate) auth);
            case MANAGED_IDENTITY -> named(List.of(((Auth.ManagedIdentity) auth).appId()));
            case DEVICE_CODE -> named(List.of(((Auth.DeviceCode) auth).tenant(), ((Auth.DeviceCode) auth).appId()));
            case AZURE_CLI -> named(List.of(((Auth.AzureCli) auth).tenant()));
            case TOKEN -> List.of(((Auth.Token) auth).token());
            case NONE -> List.of();
        };
    }

    private static List<SecretReference> ofKey(Auth.AppKey auth) {
        return Stream.concat(
                        named(List.of(Optional.of(auth.tenant()), Optional.of(auth.appId()))).stream(),
                        Stream.of(auth.appKey()))
                .toList();
    }

    private static List<SecretReference> ofCertificate(Auth.AppCertificate auth) {
        return Stream.concat(
                        named(List.of(
                                        Optional.of(auth.tenant()),
                                        Optional.of(auth.appId()),
                                        Optional.of(auth.certificate())))
                                .stream(),
                        auth.password().stream())
                .toList();
    }

    private static List<SecretReference> named(List<Optional<Setting>> settings) {
        return hidden(settings.stream().flatMap(Optional::stream)).toList();
    }

    private static Stream<SecretReference> hidden(Stream<Setting> settings) {
        return settings.filter(Setting.Hidden.class::isInstance).map(setting -> ((Setting.Hidden) setting).reference());
    }
}
