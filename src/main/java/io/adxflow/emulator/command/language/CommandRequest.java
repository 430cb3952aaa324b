package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.QueryContext;
import java.time.Duration;
import java.util.UUID;

/**
 * A control command as it came in.
 *
 * @param text the whole text, with the query or the data after {@code <|}
 * @param context of the queries inside; its database is the one that the command is about
 * @param limit after this time the command is stopped
 * @param activity under which its failures are listed
 */
public record CommandRequest(String text, QueryContext context, Duration limit, UUID activity) {
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

    public CommandRequest(String text, QueryContext context, Duration limit) {
        this(text, context, limit, UUID.randomUUID());
    }
}
