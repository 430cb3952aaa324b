package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.IngestionFailure;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What update policies made of rows that are to come into tables.
 *
 * @param made in the order in which it was made
 * @param unused what policies stored that failed later
 * @param failures of policies that are not transactional
 */
record Derivation(UpdateDemand demand, List<Derived> made, List<Segment> unused, List<IngestionFailure> failures) {
    static final Derivation NONE = new Derivation(UpdateDemand.NONE, List.of(), List.of(), List.of());

    Derivation {
        made = List.copyOf(made);
        unused = List.copyOf(unused);
        failures = List.copyOf(failures);
    }

    List<Segment> segments() {
        List<Segment> all = new ArrayList<>(unused);
        made.forEach(derived -> all.add(derived.segment()));
        return all;
    }

    /**
     * The database with the rows that were made, and without those that only pass through.
     *
     * @param arrivals what the command brought
     * @param placed gets what came into which table
     */
    Database into(CommandContext context, Database database, List<Arrival> arrivals, List<Arrival> placed) {
        long now = context.store().now();
        Database next = made.isEmpty() ? database : database.ingestingAt(now);
        Set<String> replaced = new HashSet<>();
        placed.clear();
        for (Derived derived : made) {
            Arrival arrival = derived.arrival(next, now);
            Table target = next.tables().get(derived.table());
            boolean isFirst = replaced.add(target.name());
            Table base = derived.isReplacing() && isFirst ? target.withExtents(List.of()) : target;
            next = next.with(base.plus(arrival.extents()));
            placed.add(arrival);
        }
        return ZeroRetention.emptied(ZeroRetention.emptied(next, placed), arrivals);
    }
}
