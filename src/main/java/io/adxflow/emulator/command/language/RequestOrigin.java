package io.adxflow.emulator.command.language;

import java.util.UUID;

/**
 * Where a request comes from.
 *
 * @param clientRequestId the client's own name for it
 * @param activity the service's name for it
 * @param application what the client calls itself, or an empty text
 */
public record RequestOrigin(String clientRequestId, UUID activity, String application) {
    /** Of a request that nobody sent. */
    public static RequestOrigin own() {
        UUID activity = UUID.randomUUID();
        return new RequestOrigin("adxflow.emulator;" + activity, activity, "");
    }
}
