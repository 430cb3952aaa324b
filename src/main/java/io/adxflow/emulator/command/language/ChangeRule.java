package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.Database;

/** What must be so when a command changes a database, or what follows from the change in the same step. */
@FunctionalInterface
public interface ChangeRule {
    /**
     * The state after the change, with what follows from it.
     *
     * @throws io.adxflow.base.diagnostic.UserException when the change must not be
     */
    Database next(CommandContext context, Database before, Database after);
}
