package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.language.Access;
import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.command.language.Right;
import io.adxflow.emulator.command.language.Transition;
import io.adxflow.emulator.command.language.Transition.TableChange;
import io.adxflow.emulator.store.ContinuousExport;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import io.adxflow.emulator.store.StoredResult;
import io.adxflow.emulator.store.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a change of a database asks of who makes it. It looks at what changes and not at the words of a command, so whatever a
 * command touches is seen, however it is named.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/security-roles">Security roles</a>
 */
public final class Grants {
    private static final String INGESTION_TIME = PolicyKind.INGESTION_TIME.keyword();
    private static final String PARTITIONING = PolicyKind.PARTITIONING.keyword();

    private final Access access;
    private final Transition transition;
    private final Database before;
    private final Map<Long, UUID> holders;

    private Grants(Access access, Transition transition) {
        this.access = access;
        this.transition = transition;
        this.before = transition.before();
        this.holders = transition.holders();
    }

    /** @throws io.adxflow.base.diagnostic.UserException {@link CommandProblem#FORBIDDEN} */
    public static Database require(CommandContext context, Database before, Database after) {
        if (context.access().isChecked()) {
            new Grants(context.access(), new Transition(before, after)).check();
        }
        return after;
    }

    private void check() {
        transition.tables().forEach(this::table);
        functions(before.entities(), transition.after().entities());
        views(before.entities(), transition.after().entities());
        exports(before.entities().exports(), transition.after().entities().exports());
        externals(before.entities(), transition.after().entities());
        results(before.entities().results(), transition.after().entities().results());
        roles();
        boolean isRenamed = !before.entities()
                .prettyName()
                .equals(transition.after().entities().prettyName());
        if (isRenamed || !before.policies().equals(transition.after().policies())) {
            access.require(Right.ADMINISTER, before);
        }
    }

    private void table(TableChange change) {
        if (change.isCreated()) {
            access.require(Right.CREATE, before);
            return;
        }
        Table was = change.before().orElseThrow();
        if (change.isDropped()) {
            on(was, Right.ADMINISTER);
            return;
        }
        Table now = change.after().orElseThrow();
        definition(was, now);
        policies(was, now);
        if (!was.mappings().equals(now.mappings())) {
            on(was, Right.INGEST);
        }
        rows(was, now);
    }

    private void definition(Table was, Table now) {
        Table same =
                now.withPolicies(was.policies()).withMappings(was.mappings()).withExtents(was.extents());
        if (!same.equals(was)) {
            on(was, Right.ADMINISTER);
        }
    }

    private void policies(Table was, Table now) {
        Set<Map.Entry<String, String>> changed = new HashSet<>(was.policies().entrySet());
        changed.addAll(now.policies().entrySet());
        changed.removeIf(one -> one.getValue().equals(was.policies().get(one.getKey()))
                && one.getValue().equals(now.policies().get(one.getKey())));
        Set<String> kinds = changed.stream().map(Map.Entry::getKey).collect(Collectors.toSet());
        if (kinds.contains(PARTITIONING)) {
            access.require(Right.ADMINISTER, before);
        }
        boolean isOfTime =
                kinds.equals(Set.of(INGESTION_TIME)) && now.policies().containsKey(INGESTION_TIME);
        if (!kinds.isEmpty()) {
            on(was, isOfTime ? Right.INGEST : Right.ADMINISTER);
        }
    }

    /** New rows may come in by ingestion; rows that go, or that another table had, need more. */
    private void rows(Table was, Table now) {
        Set<UUID> old = was.extents().stream().map(Extent::id).collect(Collectors.toSet());
        Set<UUID> kept = now.extents().stream().map(Extent::id).collect(Collectors.toSet());
        List<Extent> added = now.extents().stream()
                .filter(extent -> !old.contains(extent.id()))
                .toList();
        boolean isMoved = added.stream()
                .anyMatch(extent -> holders.containsKey(extent.segment().number()));
        if (isMoved || !kept.containsAll(old)) {
            on(was, Right.ADMINISTER);
        } else if (!added.isEmpty()) {
            on(was, Right.INGEST);
        }
    }

    private void on(Table table, Right right) {
        access.require(right, before, Scope.of(table), table.name());
    }

    private void functions(Entities old, Entities now) {
        now.functions().forEach((name, function) -> {
            if (!old.functions().containsKey(name)) {
                access.require(Right.CREATE, before);
            }
        });
        old.functions().forEach((name, function) -> {
            if (!function.equals(now.functions().get(name))) {
                access.require(Right.ADMINISTER, before, Scope.ofFunction(name), name);
            }
        });
    }

    private void views(Entities old, Entities now) {
        now.views().forEach((name, view) -> {
            if (!old.views().containsKey(name)) {
                access.require(Right.ADMINISTER, before);
            }
        });
        old.views().forEach((name, view) -> {
            if (before.tables().get(view.storage())
                    != transition.after().tables().get(view.storage())) {
                access.require(Right.ADMINISTER, before, Scope.ofView(name), name);
            }
            boolean isSame = now.views().containsKey(name)
                    && view.definition().equals(now.views().get(name).definition());
            if (!isSame) {
                access.require(Right.ADMINISTER, before, Scope.ofView(name), name);
            }
        });
    }

    /** How far they are changes by itself. */
    private void exports(Map<String, ContinuousExport> old, Map<String, ContinuousExport> now) {
        boolean isSame = old.keySet().equals(now.keySet())
                && old.values().stream()
                        .allMatch(one -> one.equals(now.get(one.name()).with(one.progress())));
        if (!isSame) {
            access.require(Right.ADMINISTER, before);
        }
    }

    private void externals(Entities old, Entities now) {
        now.externals().forEach((name, table) -> {
            if (!old.externals().containsKey(name)) {
                access.require(Right.CREATE, before);
            }
        });
        old.externals().forEach((name, table) -> {
            if (!table.equals(now.externals().get(name))) {
                access.require(Right.ADMINISTER, before, Scope.ofExternal(name), name);
            }
        });
    }

    /** Who may read keeps results; those of others belong to the admins. */
    private void results(List<StoredResult> old, List<StoredResult> now) {
        Set<StoredResult> changed = new HashSet<>(old);
        changed.addAll(now);
        changed.removeIf(one -> old.contains(one) && now.contains(one));
        changed.forEach(one -> access.require(one.isOf(access.principal()) ? Right.READ : Right.ADMINISTER, before));
    }

    private void roles() {
        Set<RoleAssignment> changed = new HashSet<>(before.entities().roles());
        Set<RoleAssignment> same = new HashSet<>(transition.after().entities().roles());
        same.retainAll(changed);
        changed.addAll(transition.after().entities().roles());
        changed.removeAll(same);
        changed.stream()
                .map(RoleAssignment::scope)
                .distinct()
                .forEach(scope -> access.require(Right.ADMINISTER, before, scope, name(scope)));
    }

    private String name(Scope scope) {
        return before.tables().values().stream()
                .filter(table -> Scope.of(table).equals(scope))
                .map(Table::name)
                .findFirst()
                .orElse(scope.key());
    }
}
