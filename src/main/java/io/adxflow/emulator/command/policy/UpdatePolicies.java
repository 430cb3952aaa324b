package io.adxflow.emulator.command.policy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.store.Changed;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Brings rows into tables, and with them, in the same transaction, what update policies make of them. The queries of the
 * policies run before the change, which then happens only if the policies and the rows are still those that the queries were
 * about; otherwise they run again.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/update-policy">Update policy</a>
 */
public final class UpdatePolicies<R> {
    private static final int MOST_TRIES = 100;

    private final CommandContext context;
    private final List<Segment> stored;
    private final Function<Database, Arriving<R>> change;
    private final List<Arrival> placed = new ArrayList<>();

    private Derivation made = Derivation.NONE;

    private UpdatePolicies(CommandContext context, List<Segment> stored, Function<Database, Arriving<R>> change) {
        this.context = context;
        this.stored = stored;
        this.change = change;
    }

    /** What became of a change: it was made, or it waits for what policies have to make first. */
    private record Attempt<R>(Arriving<R> arriving, Optional<UpdateDemand> open) {}

    /**
     * Changes the database. When it fails, what was stored is deleted.
     *
     * @param stored segments that the change places
     * @param change may be asked more than once
     * @return the answer that the change gives, once all rows are in their tables
     */
    public static <R> R place(CommandContext context, List<Segment> stored, Function<Database, Arriving<R>> change) {
        return new UpdatePolicies<>(context, stored, change).place();
    }

    private R place() {
        try {
            Attempt<R> attempt = attempt();
            for (int tries = 1; attempt.open().isPresent(); tries++) {
                if (tries > MOST_TRIES) {
                    throw new RemoteException(
                            "the tables or policies changed with each of " + MOST_TRIES + " tries",
                            true,
                            429,
                            "",
                            null);
                }
                context.store().discard(made.segments());
                made = Derivation.NONE;
                made = made(attempt.open().get());
                attempt = attempt();
            }
            discardUnplaced(attempt.arriving().arrivals());
            made.failures().forEach(context.services().failures()::add);
            return attempt.arriving().answer().apply(placed);
        } catch (RuntimeException e) {
            discardAfter(e);
            throw e;
        }
    }

    private Derivation made(UpdateDemand demand) {
        try {
            return UpdateRun.of(context, stored, demand);
        } catch (UpdateRun.StaleRowsException e) {
            return Derivation.NONE;
        }
    }

    private Attempt<R> attempt() {
        return context.change(
                before -> {
                    Arriving<R> arriving = change.apply(before);
                    UpdateDemand demand = UpdateDemand.of(arriving.database(), arriving.arrivals());
                    boolean isMade = demand.key().equals(made.demand().key());
                    return isMade
                            ? new Changed<>(arriving.database(), new Attempt<>(arriving, Optional.empty()))
                            : new Changed<>(before, new Attempt<>(arriving, Optional.of(demand)));
                },
                (attempt, after) -> made.into(context, after, attempt.arriving().arrivals(), placed));
    }

    /** What a policy stored in vain, what was there already, and what only passed through. */
    private void discardUnplaced(List<Arrival> arrivals) {
        Set<Long> arrived = arrivals.stream()
                .flatMap(arrival -> arrival.extents().stream())
                .map(Extent::segment)
                .map(Segment::number)
                .collect(Collectors.toSet());
        List<Segment> unplaced = new ArrayList<>(made.unused());
        stored.stream().filter(segment -> !arrived.contains(segment.number())).forEach(unplaced::add);
        made.made().stream()
                .map(Derived::segment)
                .filter(segment -> segment.rows() == 0)
                .forEach(unplaced::add);
        Database after = context.database();
        arrivals.forEach(arrival -> unplaced.addAll(ZeroRetention.passing(after, arrival)));
        placed.forEach(arrival -> unplaced.addAll(ZeroRetention.passing(after, arrival)));
        if (!unplaced.isEmpty()) {
            context.store().discard(unplaced);
        }
    }

    private void discardAfter(RuntimeException failure) {
        try {
            List<Segment> all = new ArrayList<>(stored);
            all.addAll(made.segments());
            context.store().discard(all);
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}
