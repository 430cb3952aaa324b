package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Table;

/** What must be so for a policy to be set, beside that it can be read. */
record PolicyRules(CommandContext context, Snapshot snapshot, PolicyPlace place) {
    /** @throws io.adxflow.base.diagnostic.UserException when the policy does not go together with another one, or is wrong */
    void require(PolicyTarget target, String policy) {
        if (target instanceof PolicyTarget.OfTable ofTable) {
            require(ofTable.table().in(snapshot.database()), policy);
        }
        if (target instanceof PolicyTarget.OfView ofView && place.kind() == PolicyKind.ROW_LEVEL_SECURITY) {
            new RowSecurityCheck(context, snapshot, place).require(ofView.view().in(snapshot.database()), policy);
        }
    }

    private void require(Table table, String policy) {
        switch (place.kind()) {
            case UPDATE -> new UpdateCheck(context, snapshot, place).require(table, policy);
            case RETENTION -> retention(table, policy);
            case ROW_LEVEL_SECURITY -> new RowSecurityCheck(context, snapshot, place).require(table, policy);
            case RESTRICTED_VIEW_ACCESS -> restriction(table, policy);
            default -> {}
        }
    }

    private void retention(Table table, String policy) {
        Database database = snapshot.database();
        Table next = PolicyTarget.with(table, place.kind(), policy);
        if (!ZeroRetention.isOf(database, next)) {
            return;
        }
        UpdateStep.of(database, table.name()).stream()
                .filter(step -> !step.policy().isTransactional())
                .findFirst()
                .ifPresent(step -> {
                    throw place.unfit(
                            "the update policy of table '" + step.target().name() + "' reads its rows and is not"
                                    + " transactional",
                            "make that policy transactional before: \"IsTransactional\": true");
                });
    }

    private void restriction(Table table, String policy) {
        boolean isRestricted = place.kind().isOn(PolicyTarget.with(table, place.kind(), policy));
        if (isRestricted && PolicyKind.ROW_LEVEL_SECURITY.isOn(table)) {
            throw place.unfit(
                    "table '" + table.name() + "' has row-level security",
                    "delete or disable its policy row_level_security before");
        }
    }
}
