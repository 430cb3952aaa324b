package io.adxflow.emulator.command.policy;

import static io.adxflow.emulator.command.language.CommandProblem.UPDATE_POLICY_FAILED;
import static io.adxflow.emulator.command.language.CommandProblem.UPDATE_POLICY_SCHEMA;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.IngestionFailure;
import io.adxflow.emulator.store.Segment;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Runs the update policies that rows bring about, before the rows can be seen. A policy that is transactional fails the
 * ingestion; of another one that fails, and of what would have come after it, nothing is left but a record of the failure.
 */
final class UpdateRun {
    private final CommandContext context;
    private final Set<Long> stored;
    private final List<Derived> made = new ArrayList<>();
    private final List<Segment> unused = new ArrayList<>();
    private final List<IngestionFailure> failures = new ArrayList<>();

    /** Rows were moved by another command since they were chosen. */
    static final class StaleRowsException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private UpdateRun(CommandContext context, List<Segment> stored) {
        this.context = context;
        this.stored = stored.stream().map(Segment::number).collect(Collectors.toCollection(HashSet::new));
    }

    /** @param stored what the command stored: not yet part of any table */
    static Derivation of(CommandContext context, List<Segment> stored, UpdateDemand demand) {
        UpdateRun run = new UpdateRun(context, stored);
        try {
            for (int i = 0; i < demand.arrivals().size(); i++) {
                run.all(demand.arrivals().get(i), demand.key().get(i).steps());
            }
        } catch (StaleRowsException e) {
            context.store().discard(run.derivation(demand).segments());
            throw e;
        } catch (RuntimeException e) {
            context.store().discard(run.derivation(demand).segments());
            run.failures.forEach(context.services().failures()::add);
            throw e;
        }
        return run.derivation(demand);
    }

    private Derivation derivation(UpdateDemand demand) {
        return new Derivation(demand, made, unused, failures);
    }

    private void all(Arrival arrival, List<UpdateStep> steps) {
        for (UpdateStep step : steps) {
            int first = made.size();
            try {
                derive(arrival, step);
            } catch (UserException | RemoteException e) {
                context.cancellation().check();
                if (step.policy().isTransactional()) {
                    throw e;
                }
                forgetFrom(first);
            }
        }
    }

    private void forgetFrom(int first) {
        List<Derived> gone = made.subList(first, made.size());
        gone.forEach(derived -> unused.add(derived.segment()));
        gone.clear();
    }

    private void derive(Arrival arrival, UpdateStep step) {
        UpdatePolicy policy = step.policy();
        boolean isTold = policy.propagates()
                && arrival.isIngested()
                && !arrival.extents().isEmpty();
        Derived derived = new Derived(
                step.target().name(),
                stored(arrival, step),
                isTold ? arrival.extents().get(0).tags() : List.of(),
                isTold ? OptionalLong.of(arrival.extents().get(0).maxCreatedOn()) : OptionalLong.empty(),
                arrival.isReplacing());
        made.add(derived);
        stored.add(derived.segment().number());
        if (derived.segment().rows() > 0 || arrival.isReplacing()) {
            all(derived.arrival(context.store().now()), step.next());
        }
    }

    /** The rows of a policy. Its failure is recorded, whatever becomes of the ingestion. */
    private Segment stored(Arrival arrival, UpdateStep step) {
        try (Snapshot snapshot = context.open()) {
            requireRows(arrival, snapshot);
            CompiledResult compiled = UpdateQuery.compile(context, snapshot, arrival.extents(), step);
            requireTypes(step, compiled.schema());
            Segment segment = snapshot.save(
                    step.target().schema(), compiled.sql(), context.request().limit());
            snapshot.keep();
            return segment;
        } catch (UserException | RemoteException e) {
            throw recorded(step, e instanceof UserException user ? failed(step, user) : (RemoteException) e);
        }
    }

    private void requireRows(Arrival arrival, Snapshot snapshot) {
        Set<Long> held = snapshot.database().tables().values().stream()
                .flatMap(table -> table.extents().stream())
                .map(extent -> extent.segment().number())
                .collect(Collectors.toSet());
        boolean areThere = arrival.segments().stream()
                .map(Segment::number)
                .allMatch(number -> stored.contains(number) || held.contains(number));
        if (!areThere) {
            throw new StaleRowsException();
        }
    }

    private static void requireTypes(UpdateStep step, Schema rows) {
        String found = UpdateQuery.types(rows);
        String expected = UpdateQuery.types(step.target().schema());
        if (!found.equals(expected)) {
            throw UPDATE_POLICY_SCHEMA
                    .at(Span.at(0), step.target().name(), step.policy().query(), found, expected)
                    .toException();
        }
    }

    private static UserException failed(UpdateStep step, UserException cause) {
        if (cause.diagnostics().get(0).problem() == UPDATE_POLICY_SCHEMA) {
            return cause;
        }
        return UPDATE_POLICY_FAILED
                .at(Span.at(0), step.target().name(), step.policy().query(), UpdateQuery.reason(cause))
                .toException();
    }

    private RuntimeException recorded(UpdateStep step, RuntimeException cause) {
        context.cancellation().check();
        failures.add(IngestionFailure.ofUpdatePolicy(
                context.request().origin().activity(),
                context.databaseName(),
                step.target().name(),
                context.store().now(),
                cause));
        return cause;
    }
}
