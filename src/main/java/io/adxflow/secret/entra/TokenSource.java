package io.adxflow.secret.entra;

/** Where tokens for ADX come from. */
public interface TokenSource {
    /**
     * A token that is valid now.
     *
     * @throws io.adxflow.base.diagnostic.UserException when the sign-in is refused
     * @throws io.adxflow.base.diagnostic.RemoteException when nobody answers
     */
    AccessToken token();
}
