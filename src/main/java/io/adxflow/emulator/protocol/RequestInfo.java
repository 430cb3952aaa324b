package io.adxflow.emulator.protocol;

import java.time.Instant;
import java.util.UUID;

/**
 * What names a request in its answer.
 *
 * @param clientRequestId the client's own name for it, echoed; the activity id when the client gave none
 * @param activityId the service's name for it
 */
public record RequestInfo(String clientRequestId, UUID activityId, Instant startedOn) {}
