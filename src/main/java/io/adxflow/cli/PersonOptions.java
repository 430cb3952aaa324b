package io.adxflow.cli;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.job.model.Auth;
import io.adxflow.job.model.Environment;
import io.adxflow.secret.entra.DeviceLogin;
import io.adxflow.secret.entra.Identity;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which person signs in or out: that of an environment, or of a tenant. */
final class PersonOptions {
    @Option(
            names = {"-e", "--env"},
            paramLabel = "ENVIRONMENT",
            description = "The environment to sign in for; takes its tenant and cloud.")
    private String environment;

    @Option(
            names = "--tenant",
            paramLabel = "TENANT",
            defaultValue = Identity.Person.ANY_TENANT,
            description = "Id or domain. Default: the tenant that the person is at home in.")
    private String tenant;

    @Mixin
    private CloudOption cloud;

    DeviceLogin login(Wiring wiring) {
        if (environment != null) {
            return ofEnvironment(wiring);
        }
        return new DeviceLogin(
                new Identity.Person(
                        tenant,
                        Identity.Person.KUSTO_CLIENT,
                        wiring.signInPlaces().signIn(cloud.value())),
                wiring.signInPlaces().played(cloud.value()));
    }

    private DeviceLogin ofEnvironment(Wiring wiring) {
        Environment loaded = wiring.environments().load(environment, "");
        if (!(loaded.adx().auth() instanceof Auth.DeviceCode)) {
            String mode = loaded.adx().auth().mode().word();
            throw CliProblem.NOT_A_PERSON
                    .with(loaded.name(), mode)
                    .withHint("in the environment write 'auth: {mode: device-code}' to work as a person")
                    .toException();
        }
        AdxAuth.Entra auth = (AdxAuth.Entra) wiring.clusters(loaded).of(loaded).auth();
        return new DeviceLogin((Identity.Person) auth.identity(), auth.cloud());
    }
}
