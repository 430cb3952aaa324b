package io.adxflow.emulator.command.table;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Transition;
import io.adxflow.emulator.command.language.Transition.TableChange;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.DroppedTable;
import io.adxflow.emulator.store.Table;
import java.util.Map;
import java.util.Optional;

/**
 * How long a dropped table can be brought back: 14 days, unless the retention policy says otherwise.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/undo-drop-table-command">.undo drop table</a>
 */
public final class Recovery {
    private static final long TICKS_PER_DAY = 864_000_000_000L;
    private static final long PERIOD = 14 * TICKS_PER_DAY;

    private Recovery() {}

    /** Keeps what was dropped. A table without rows that was not listed is not worth keeping. */
    public static Database keepingDropped(CommandContext context, Database before, Database after) {
        Database next = after;
        for (TableChange change : new Transition(before, after).tables()) {
            if (change.isDropped()) {
                Table table = change.before().orElseThrow();
                boolean isWorth = table.rows() > 0 || !table.isHidden();
                if (isWorth && isPossible(before, table)) {
                    DroppedTable dropped = new DroppedTable(
                            table, before.history().version(), context.store().now());
                    next = next.withHistory(next.history().plus(dropped));
                }
            }
        }
        return next;
    }

    private static boolean isPossible(Database database, Table table) {
        return recoverability(table.policies())
                .or(() -> recoverability(database.policies()))
                .filter("disabled"::equalsIgnoreCase)
                .isEmpty();
    }

    private static Optional<String> recoverability(Map<String, String> policies) {
        return PolicyKind.RETENTION.text(policies, "Recoverability");
    }

    /** The database without the dropped tables whose time is over. */
    public static Database at(long now, Database database) {
        boolean isOver = database.history().dropped().stream().anyMatch(one -> now - one.droppedOn() > PERIOD);
        return isOver
                ? database.withHistory(database.history()
                        .withDropped(database.history().dropped().stream()
                                .filter(one -> now - one.droppedOn() <= PERIOD)
                                .toList()))
                : database;
    }
}
