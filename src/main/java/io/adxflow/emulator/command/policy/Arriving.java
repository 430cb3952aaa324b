package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.store.Database;
import java.util.List;
import java.util.function.Function;

/**
 * The next state of a database, in which rows have come into tables.
 *
 * @param arrivals what came; nothing when nothing did
 * @param answer of the command, given what update policies made of it
 */
public record Arriving<R>(Database database, List<Arrival> arrivals, Function<List<Arrival>, R> answer) {
    public Arriving {
        arrivals = List.copyOf(arrivals);
    }
}
