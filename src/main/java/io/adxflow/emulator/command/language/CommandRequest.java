package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.QueryContext;
import java.time.Duration;

/**
 * A control command as it came in.
 *
 * @param text the whole text, with the query or the data after {@code <|}
 * @param context of the queries inside; its database is the one that the command is about
 * @param limit after this time the command is stopped
 */
public record CommandRequest(String text, QueryContext context, Duration limit, RequestOrigin origin, Access access) {
    public static final Duration DEFAULT_LIMIT = Duration.ofMinutes(10);

    /** A request of somebody who may do everything. */
    public CommandRequest(String text, QueryContext context, Duration limit) {
        this(text, context, limit, RequestOrigin.own(), Access.UNCHECKED);
    }

    CommandRequest withText(String next) {
        return new CommandRequest(next, context, limit, origin, access);
    }

    CommandRequest in(String database) {
        QueryContext next = new QueryContext(
                context.nowTicks(),
                context.parameters(),
                database,
                context.cluster(),
                context.user(),
                context.options());
        return new CommandRequest(text, next, limit, origin, access);
    }
}
