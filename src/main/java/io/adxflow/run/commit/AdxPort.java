package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxResult;
import java.time.Duration;

/** All that a commit does to the world goes through here, one call after the other. */
public interface AdxPort {
    /**
     * Sends a control command once.
     *
     * @throws io.adxflow.base.diagnostic.UserException when ADX refuses it for good
     * @throws io.adxflow.base.diagnostic.RemoteException when ADX fails or does not answer; it may have been executed
     */
    AdxResult command(String csl);

    /** Waits before the next question. */
    void pause(Duration duration);
}
