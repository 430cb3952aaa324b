package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A policy that runs because rows came into a table, and those that run because of its own rows. A circle is cut: no table of
 * a chain is filled twice.
 *
 * @param source the table that got rows
 * @param target the table that is filled
 */
record UpdateStep(Part source, Part target, UpdatePolicy policy, List<UpdateStep> next) {
    /** A table, without its rows. */
    record Part(String name, Schema schema) {
        static Part of(Table table) {
            return new Part(table.name(), table.schema());
        }
    }

    UpdateStep {
        next = List.copyOf(next);
    }

    /** What runs when rows come into a table of the database. */
    static List<UpdateStep> of(Database database, String table) {
        return of(database, database.tables().get(table), List.of(table));
    }

    private static List<UpdateStep> of(Database database, Table source, List<String> chain) {
        List<UpdateStep> steps = new ArrayList<>();
        for (Table target : database.tables().values()) {
            if (!chain.contains(target.name()) && !MaterializedView.isStorage(target.name())) {
                for (UpdatePolicy policy : UpdatePolicy.of(target)) {
                    if (policy.isEnabled() && policy.reads(source.name())) {
                        List<String> longer = Stream.concat(chain.stream(), Stream.of(target.name()))
                                .toList();
                        steps.add(
                                new UpdateStep(Part.of(source), Part.of(target), policy, of(database, target, longer)));
                    }
                }
            }
        }
        return steps;
    }
}
