package io.adxflow.secret;

import java.util.Optional;

/** A place that keeps secrets. */
public interface SecretStore {
    /**
     * The secret, or empty when this store does not have it.
     *
     * @throws io.adxflow.base.diagnostic.UserException when the store is there but must not be used as it is
     */
    Optional<Secret> find(SecretReference reference);

    /** Where this store looks for the secret, for people: {@code variable ADXFLOW_SECRET_ADX_APPKEY}. */
    String whereabouts(SecretReference reference);
}
