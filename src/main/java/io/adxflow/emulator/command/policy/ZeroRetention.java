package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.ZERO_RETENTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Tables with a soft-delete period of zero: rows pass through them into other tables, and stay in none of them. Every update
 * policy that reads such a table is transactional, because there is nothing to repeat it with.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/update-policy#remove-data-from-source-table">Remove data from
 *     source table</a>
 */
final class ZeroRetention {
    private ZeroRetention() {}

    static boolean isOf(Database database, Table table) {
        OptionalLong period = Expiry.period(database, table);
        return period.isPresent() && period.getAsLong() == 0;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the rows would be nowhere */
    static void require(Database database, Arrival arrival, List<UpdateStep> steps) {
        Table table = database.tables().get(arrival.table());
        boolean isKeptElsewhere = !steps.isEmpty()
                && steps.stream().allMatch(step -> step.policy().isTransactional());
        if (!isKeptElsewhere && isOf(database, table)) {
            throw ZERO_RETENTION
                    .at(Span.at(0), table.name())
                    .withHint("a table with 'softdelete = 0d' needs transactional update policies that read it")
                    .toException();
        }
    }

    /** What was stored for rows that a table did not keep. */
    static List<Segment> passing(Database database, Arrival arrival) {
        return database.table(arrival.table())
                .filter(table -> isOf(database, table))
                .map(table -> arrival.segments())
                .orElse(List.of());
    }

    /** The database without the rows that only passed through. */
    static Database emptied(Database database, List<Arrival> arrivals) {
        Database next = database;
        for (Arrival arrival : arrivals) {
            Table table = next.tables().get(arrival.table());
            if (!arrival.extents().isEmpty() && isOf(next, table)) {
                Set<UUID> gone = arrival.extents().stream().map(Extent::id).collect(Collectors.toSet());
                next = next.with(table.minus(gone));
            }
        }
        return next;
    }
}
