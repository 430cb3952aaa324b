package io.adxflow.adx.client;

import io.adxflow.secret.entra.Identity;

/** The way out of the failures that users meet most. */
final class Hints {
    static final String TOO_LARGE =
            "summarize or filter in KQL, read it in parts (by time), or lift the limits of 500,000 records and 64 MB"
                    + " with 'set notruncation;'";
    static final String UNKNOWN_HOST = "the URL of a cluster looks like https://contoso.westeurope.kusto.windows.net;"
            + " it stands on the overview page of the cluster, and behind a VPN it may need the VPN's name servers";
    static final String UNTRUSTED_HOST =
            "credentials go to known ADX hosts only, for example" + " https://contoso.westeurope.kusto.windows.net";
    static final String CERTIFICATE =
            "the certificate of the server is not trusted by this JVM" + " (-Djavax.net.ssl.trustStore)";

    private Hints() {}

    static String unreachable(AdxCluster cluster) {
        return cluster.isLocal()
                ? "is the emulator running? adxflow emulator start"
                : "is the cluster running, and may this network reach it?";
    }

    static String tokenRefused(AdxCluster cluster) {
        if (cluster.auth() instanceof AdxAuth.Token) {
            return "a token lives about an hour and holds for one cluster; fetch a new one for the resource "
                    + cluster.url();
        }
        if (cluster.auth() instanceof AdxAuth.None) {
            return "the environment says auth mode none, and this cluster wants a sign-in";
        }
        return "the sign-in must be of a tenant that the cluster trusts, and of its cloud";
    }

    /** Names the principal and the role, so that an administrator can copy the command. */
    static String accessDenied(AdxCluster cluster, String database, boolean reading) {
        String role = reading ? "viewers" : "admins";
        if (cluster.auth() instanceof AdxAuth.Entra entra && entra.identity() instanceof Identity.AppKey app) {
            return "an administrator of the database can run: .add database ['" + database + "'] " + role + " ('aadapp="
                    + app.appId() + ";" + app.tenant() + "'); adxflow grant shows all that a job needs";
        }
        return "the signed-in principal needs the role " + role + " on the database '" + database
                + "'; adxflow grant shows all that a job needs";
    }
}
