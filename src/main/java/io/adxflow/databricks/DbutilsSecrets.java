package io.adxflow.databricks;

import com.databricks.dbutils_v1.DBUtilsHolder;
import com.databricks.dbutils_v1.DBUtilsV1;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.secret.Secret;
import io.adxflow.secret.SecretProblem;
import io.adxflow.secret.SecretReference;
import io.adxflow.secret.SecretStore;
import java.util.Optional;

/**
 * The secret scopes of a Databricks workspace, as
 * <a href="https://docs.databricks.com/security/secrets/">Secret management</a> describes them. Elsewhere it has nothing.
 */
public final class DbutilsSecrets implements SecretStore {
    private final boolean onDatabricks;

    /** @param runtimeVersion the value of the variable {@code DATABRICKS_RUNTIME_VERSION}, empty when it is not set */
    public DbutilsSecrets(String runtimeVersion) {
        this.onDatabricks = !runtimeVersion.isBlank();
    }

    @Override
    public Optional<Secret> find(SecretReference reference) {
        Optional<DBUtilsV1> dbutils = dbutils();
        return dbutils.isEmpty() ? Optional.empty() : read(dbutils.get(), reference);
    }

    @Override
    public String whereabouts(SecretReference reference) {
        return dbutils().isEmpty()
                ? "no secret scope, as this is not a Databricks cluster"
                : "key '" + reference.key() + "' of the Databricks secret scope '" + reference.scope()
                        + "' (databricks secrets list-secrets " + reference.scope() + " shows its keys)";
    }

    /** The holder is only looked at on Databricks: elsewhere its class may be missing, or be there without a meaning. */
    private Optional<DBUtilsV1> dbutils() {
        return onDatabricks ? Optional.ofNullable(DBUtilsHolder.dbutils0().get()) : Optional.empty();
    }

    private static Optional<Secret> read(DBUtilsV1 dbutils, SecretReference reference) {
        String value;
        try {
            value = dbutils.secrets().get(reference.scope(), reference.key());
        } catch (Exception refusal) {
            return missingOrRefused(reference, String.valueOf(refusal.getMessage()));
        }
        if (value == null || value.isBlank()) {
            throw SecretProblem.EMPTY_SECRET
                    .at(Span.at(0), reference.scope() + "/" + reference.key())
                    .toException();
        }
        return Optional.of(new Secret(value.strip()));
    }

    /** What is not there may be in another store; what may not be read is for the user to repair. */
    private static Optional<Secret> missingOrRefused(SecretReference reference, String reason) {
        if (reason.contains("does not exist") || reason.contains("RESOURCE_DOES_NOT_EXIST")) {
            return Optional.empty();
        }
        throw SecretProblem.SECRETS_UNREADABLE
                .at(Span.at(0), "the Databricks scope " + reference.scope(), reason)
                .withHint("the user or service principal that runs the job needs READ: databricks secrets put-acl "
                        + reference.scope() + " <principal> READ")
                .toException();
    }
}
