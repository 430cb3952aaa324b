package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import java.time.Duration;

/**
 * A port to an emulator that shows policies which the emulator does not have.
 *
 * @param kind of the policies
 * @param answer the query whose result is shown
 */
record PolicyPort(AdxPort emulator, String kind, String answer, AdxClient client) implements AdxPort {
    @Override
    public AdxResult command(String csl) {
        return csl.startsWith(".show table * policy " + kind)
                ? client.query(client.cluster().database(), answer, AdxOptions.none())
                : emulator.command(csl);
    }

    @Override
    public void pause(Duration duration) {
        emulator.pause(duration);
    }
}
