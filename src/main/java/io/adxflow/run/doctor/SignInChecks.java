package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.Environment;
import io.adxflow.run.access.Principal;
import io.adxflow.run.connect.Clusters;
import io.adxflow.secret.SecretReference;
import io.adxflow.secret.entra.Cloud;
import io.adxflow.secret.entra.Entra;
import io.adxflow.secret.entra.Identity;
import io.adxflow.secret.entra.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Secrets, tenant and token. */
record SignInChecks(Findings findings, Clusters clusters) {
    /** The cluster with its sign-in, when that works. */
    Optional<AdxCluster> look(Environment environment) {
        boolean secrets = secrets(environment);
        AtomicReference<AdxCluster> cluster = new AtomicReference<>();
        boolean complete = secrets
                && findings.look("sign-in", () -> {
                    cluster.set(clusters.of(environment));
                    return environment.adx().auth().mode().word();
                });
        if (!complete) {
            findings.skipped("token", "the sign-in is not complete");
            return Optional.empty();
        }
        return signsIn(cluster.get().auth()) ? Optional.of(cluster.get()) : Optional.empty();
    }

    private boolean secrets(Environment environment) {
        List<SecretReference> names = SecretNames.of(environment.adx().auth());
        boolean all = true;
        for (SecretReference name : names) {
            all &= findings.look("secret " + name.scope() + "/" + name.key(), () -> {
                clusters.secrets().find(name, Span.at(0), environment.text());
                return "is there";
            });
        }
        return all;
    }

    private boolean signsIn(AdxAuth auth) {
        if (auth instanceof AdxAuth.None) {
            findings.skipped("token", "the environment signs nobody in");
            return true;
        }
        if (auth instanceof AdxAuth.Token) {
            return findings.look(
                    "token", () -> "of " + Principal.of(auth).text() + ", given as a secret, never renewed");
        }
        AdxAuth.Entra entra = (AdxAuth.Entra) auth;
        return tenant(entra.identity(), entra.cloud()) && findings.look("token", () -> token(entra));
    }

    private boolean tenant(Identity identity, Cloud cloud) {
        Optional<String> named = Optional.empty();
        if (identity instanceof Identity.AppKey app) {
            named = Optional.of(app.tenant());
        } else if (identity instanceof Identity.AppCertificate app) {
            named = Optional.of(app.tenant());
        }
        return named.map(tenant -> findings.look(
                        "tenant",
                        () -> tenant + " is " + Tenants.find(tenant, cloud).id()))
                .orElse(true);
    }

    private static String token(AdxAuth.Entra entra) {
        return "of " + Principal.of(entra).text() + ", until "
                + Entra.tokens(entra.identity(), entra.cloud()).token().expires();
    }
}
