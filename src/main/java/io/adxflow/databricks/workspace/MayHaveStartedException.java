package io.adxflow.databricks.workspace;

import io.adxflow.base.diagnostic.RemoteException;

/** Nobody answered whether a run was started. Asking again with the same token tells, and never starts a second one. */
public final class MayHaveStartedException extends RuntimeException {
    MayHaveStartedException(RemoteException cause) {
        super(cause.getMessage(), cause);
    }
}
