package io.adxflow.cli;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.job.model.Auth;
import io.adxflow.job.model.Environment;
import io.adxflow.run.connect.SignInPlaces;
import io.adxflow.secret.entra.Cloud;
import io.adxflow.secret.entra.Identity;

/** Who changes roles: an application does not give itself any, so it is a person, unless somebody else is named. */
record Administrator(Wiring wiring) {
    /**
     * The cluster of an environment, with the sign-in of an administrator.
     *
     * @param named the environment whose sign-in it is, or null for the person who signed in
     */
    AdxCluster clusterOf(Environment environment, String named) {
        AdxCluster cluster = AdxCluster.at(
                environment.adx().cluster().toString(), environment.adx().database(), new AdxAuth.None());
        if (named != null) {
            Environment other = wiring.environments().load(named, "");
            return cluster.withAuth(wiring.clusters(other).of(other).auth());
        }
        return environment.adx().auth() instanceof Auth.None ? cluster : cluster.withAuth(person(environment));
    }

    private AdxAuth person(Environment environment) {
        SignInPlaces places = wiring.signInPlaces();
        Cloud cloud = environment.adx().cloud();
        return new AdxAuth.Entra(
                new Identity.Person(Identity.Person.ANY_TENANT, Identity.Person.KUSTO_CLIENT, places.signIn(cloud)),
                places.played(cloud));
    }
}
