package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Segment;
import java.util.ArrayList;
import java.util.List;

/**
 * What update policies have to make of rows that come into tables.
 *
 * @param key what was made for one demand suits every other one with the same key
 */
record UpdateDemand(List<Key> key, List<Arrival> arrivals) {
    static final UpdateDemand NONE = new UpdateDemand(List.of(), List.of());

    /** Rows of a table, and the policies as they are. */
    record Key(String table, List<Segment> segments, boolean isReplacing, List<UpdateStep> steps) {}

    /** @param database with the rows in their tables */
    static UpdateDemand of(Database database, List<Arrival> all) {
        List<Key> keys = new ArrayList<>();
        List<Arrival> arrivals = new ArrayList<>();
        for (Arrival arrival : all) {
            List<UpdateStep> steps = UpdateStep.of(database, arrival.table());
            ZeroRetention.require(database, arrival, steps);
            if (!steps.isEmpty()) {
                keys.add(new Key(arrival.table(), arrival.segments(), arrival.isReplacing(), steps));
                arrivals.add(arrival);
            }
        }
        return new UpdateDemand(keys, arrivals);
    }
}
