package io.adxflow.adx.client;

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
        return "the application must be of the tenant that the cluster trusts";
    }

    /** Names the principal and the role, so that an administrator can copy the command. */
    static String accessDenied(AdxCluster cluster, String database, boolean reading) {
        String role = reading ? "viewers" : "admins";
        if (cluster.auth() instanceof AdxAuth.AppKey app) {
            return "an administrator of the database can run: .add database ['" + database + "'] " + role + " ('aadapp="
                    + app.appId() + ";" + app.tenant() + "')";
        }
        return "the signed-in principal needs the role " + role + " on the database '" + database + "'";
    }

    static String signIn(String message, AdxAuth.AppKey app) {
        if (message.contains("AADSTS7000215")) {
            return "the key is wrong: it is the value of a client secret, not its id";
        }
        if (message.contains("AADSTS7000222")) {
            return "the client secret has expired; create a new one for the application";
        }
        if (message.contains("AADSTS700016")) {
            return "there is no such application in the tenant '" + app.tenant() + "'; check app-id and tenant";
        }
        if (message.contains("AADSTS90002")) {
            return "there is no tenant '" + app.tenant() + "'";
        }
        return "check tenant, app-id and app-key of the environment";
    }
}
