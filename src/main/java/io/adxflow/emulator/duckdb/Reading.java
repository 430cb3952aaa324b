package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.MaterializedView;
import java.util.Optional;

/**
 * For what a catalog is read, which decides whose row-level security does not hold.
 *
 * @param whole the table or view whose own row-level security query reads
 * @param isPart whether that view means its materialized part
 * @param view the materialized view whose definition reads
 */
record Reading(Optional<String> whole, boolean isPart, Optional<MaterializedView> view) {
    /** For a query. */
    static final Reading OUTSIDE = new Reading(Optional.empty(), false, Optional.empty());

    static Reading ofPolicy(String name, boolean isPart) {
        return new Reading(Optional.of(name), isPart, Optional.empty());
    }

    static Reading ofView(MaterializedView view) {
        return new Reading(Optional.empty(), false, Optional.of(view));
    }

    boolean isWhole(String name) {
        return whole.filter(name::equals).isPresent();
    }

    /**
     * Whether a table is read without its policy. What a view has seen, and what has come into its source while it was
     * disabled, belongs to the view, which has a policy of its own.
     */
    boolean isExempt(String table) {
        return isWhole(table)
                || view.filter(one -> one.storage().equals(table)
                                || !one.isEnabled() && one.source().equals(table))
                        .isPresent();
    }

    /** Nobody but a view reads the rows that it keeps. */
    boolean sees(String table) {
        return !MaterializedView.isStorage(table)
                || view.filter(one -> one.storage().equals(table)).isPresent();
    }
}
