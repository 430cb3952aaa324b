package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.DatetimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What the policies {@code retention}, {@code extent_tags_retention} and {@code auto_delete} take away as time goes by.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/retention-policy">Retention policy</a>
 * @see <a href="https://learn.microsoft.com/kusto/management/auto-delete-policy">Auto delete policy</a>
 */
public final class Expiry {
    private Expiry() {}

    /** The database without what has expired: whole extents, and whole tables. */
    public static Database at(long now, Database database) {
        Database next = database;
        List<String> dropped = new ArrayList<>();
        for (Table table : database.tables().values()) {
            if (isDue(table, now)) {
                dropped.add(table.name());
            } else {
                next = retained(next, table, now);
            }
        }
        return TagRetention.at(now, dropped.isEmpty() ? next : next.without(dropped));
    }

    /** An extent goes when its newest row is older than the period. */
    private static Database retained(Database database, Table table, long now) {
        OptionalLong period = period(database, table);
        if (period.isEmpty()) {
            return database;
        }
        List<Extent> kept = table.extents().stream()
                .filter(extent -> now - extent.maxCreatedOn() <= period.getAsLong())
                .toList();
        return kept.size() == table.extents().size() ? database : database.with(table.withExtents(kept));
    }

    /** How long rows are kept, in ticks: as the table says, or else the database; nothing for ever. */
    static OptionalLong period(Database database, Table table) {
        return PolicyKind.RETENTION
                .text(table.policies(), "SoftDeletePeriod")
                .or(() -> PolicyKind.RETENTION.text(database.policies(), "SoftDeletePeriod"))
                .map(PolicyKind::ticks)
                .orElse(OptionalLong.empty());
    }

    private static boolean isDue(Table table, long now) {
        OptionalLong date = PolicyKind.AUTO_DELETE
                .text(table.policies(), "ExpiryDate")
                .map(DatetimeText::ticks)
                .orElse(OptionalLong.empty());
        boolean isForced = PolicyKind.AUTO_DELETE
                .text(table.policies(), "DeleteIfNotEmpty")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
        return date.isPresent() && date.getAsLong() <= now && (isForced || table.rows() == 0);
    }
}
