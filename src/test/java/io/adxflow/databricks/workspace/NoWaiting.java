package io.adxflow.databricks.workspace;

import com.databricks.sdk.core.utils.Timer;

/** The SDK waits before it repeats a request; tests do not. */
final class NoWaiting implements Timer {
    @Override
    public void sleep(long milliseconds) {}

    @Override
    public long getCurrentTime() {
        return 0;
    }
}
