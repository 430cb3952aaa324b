package io.adxflow.secret.entra;

import io.adxflow.secret.Secret;
import java.nio.file.Path;
import java.util.Optional;

/** Who signs in, with what it takes. Prints no secret. */
public sealed interface Identity {
    /** Who it is, for messages: {@code the application 'app-1'}. */
    String description();

    /** Whether it can only sign in where a person sat down: elsewhere there is neither the cache nor the Azure CLI. */
    default boolean isOfThisMachine() {
        return false;
    }

    /**
     * An application of a tenant, by its client secret.
     *
     * @param tenant id or domain
     */
    record AppKey(String tenant, String appId, Secret key) implements Identity {
        @Override
        public String description() {
            return "the application '" + appId + "'";
        }
    }

    /** An application of a tenant, by its certificate. */
    record AppCertificate(String tenant, String appId, ClientCertificate certificate) implements Identity {
        @Override
        public String description() {
            return "the application '" + appId + "'";
        }
    }

    /**
     * The identity that Azure gave to the machine this runs on.
     *
     * @param id the client id, or the resource id, of a user assigned identity; empty for the one that the system assigned
     */
    record Managed(Optional<String> id) implements Identity {
        @Override
        public String description() {
            return id.map(named -> "the managed identity '" + named + "'").orElse("the system's managed identity");
        }
    }

    /**
     * A person who signed in with {@code adxflow login}.
     *
     * @param tenant id or domain, or {@code organizations} for the tenant that the person is at home in
     * @param appId the application that the person uses
     * @param cache the file that keeps the sign-in
     */
    record Person(String tenant, String appId, Path cache) implements Identity {
        /** Azure Data Explorer's own application for people. */
        public static final String KUSTO_CLIENT = "db662dc1-0cfe-4e1c-a843-19a68e65be58";

        public static final String ANY_TENANT = "organizations";

        @Override
        public String description() {
            return "the person who signed in";
        }

        @Override
        public boolean isOfThisMachine() {
            return true;
        }
    }

    /**
     * Whoever signed in with {@code az login}.
     *
     * @param program the file of the Azure CLI
     */
    record AzureCli(Optional<String> tenant, String program) implements Identity {
        @Override
        public String description() {
            return "the user of the Azure CLI";
        }

        @Override
        public boolean isOfThisMachine() {
            return true;
        }
    }
}
