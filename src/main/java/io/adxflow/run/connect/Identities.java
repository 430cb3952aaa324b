package io.adxflow.run.connect;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.job.model.Auth;
import io.adxflow.job.model.Setting;
import io.adxflow.run.model.RunProblem;
import io.adxflow.secret.Secret;
import io.adxflow.secret.entra.ClientCertificate;
import io.adxflow.secret.entra.Cloud;
import io.adxflow.secret.entra.EntraProblem;
import io.adxflow.secret.entra.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Turns the sign-in of an environment into an identity, with its secrets looked up and its certificate read. */
record Identities(SecretValues secrets, SignInPlaces places, Cloud cloud, SourceText file) {
    Identity of(Auth.AppKey auth) {
        return new Identity.AppKey(
                text(auth.tenant()), text(auth.appId()), secrets.find(auth.appKey(), auth.span(), file));
    }

    Identity of(Auth.AppCertificate auth) {
        Optional<Secret> password = auth.password().map(name -> secrets.find(name, auth.span(), file));
        return new Identity.AppCertificate(
                text(auth.tenant()), text(auth.appId()), certificate(auth.certificate(), password));
    }

    Identity of(Auth.ManagedIdentity auth) {
        return new Identity.Managed(auth.appId().map(this::text));
    }

    Identity of(Auth.DeviceCode auth) {
        return new Identity.Person(
                auth.tenant().map(this::text).orElse(Identity.Person.ANY_TENANT),
                auth.appId().map(this::text).orElse(Identity.Person.KUSTO_CLIENT),
                places.signIn(cloud));
    }

    Identity of(Auth.AzureCli auth) {
        Path program = places.azureCli().orElseThrow(() -> EntraProblem.NO_CLI
                .with()
                .withHint("install it, or use another way to sign in")
                .toException());
        return new Identity.AzureCli(auth.tenant().map(this::text), program.toString());
    }

    private ClientCertificate certificate(Setting certificate, Optional<Secret> password) {
        if (certificate instanceof Setting.Hidden hidden) {
            return new ClientCertificate(secrets.find(hidden.reference(), hidden.span(), file), password);
        }
        String path = ((Setting.Plain) certificate).value();
        try {
            return ClientCertificate.of(Files.readAllBytes(places.directory().resolve(path)), password);
        } catch (IOException unreadable) {
            throw RunProblem.NO_CERTIFICATE
                    .at(certificate.span(), path)
                    .withHint("the path starts at " + places.directory()
                            + "; on a cluster, name a secret that holds PEM, or PFX in base64")
                    .in(file)
                    .toException();
        }
    }

    private String text(Setting setting) {
        return secrets.text(setting, file);
    }
}
