package io.adxflow.emulator.command.access;

import io.adxflow.emulator.command.language.CommandContext;
import io.adxflow.emulator.command.language.Transition;
import io.adxflow.emulator.command.language.Transition.TableChange;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Entities;
import io.adxflow.emulator.store.Role;
import io.adxflow.emulator.store.RoleAssignment;
import io.adxflow.emulator.store.Scope;
import java.util.ArrayList;
import java.util.List;

/** Who makes a table, a function, a view or an external table is its admin. */
public final class Owners {
    private Owners() {}

    public static Database of(CommandContext context, Database before, Database after) {
        String principal = context.access().principal();
        List<Scope> made = made(before, after);
        if (made.isEmpty() || principal.isEmpty()) {
            return after;
        }
        Entities entities = after.entities();
        List<RoleAssignment> roles = new ArrayList<>(entities.roles());
        roles.removeIf(role -> made.contains(role.scope()));
        made.forEach(scope -> roles.add(new RoleAssignment(scope, Role.ADMIN, principal, "")));
        return after.withEntities(entities.withRoles(roles));
    }

    private static List<Scope> made(Database before, Database after) {
        Entities old = before.entities();
        Entities now = after.entities();
        List<Scope> made = new ArrayList<>();
        new Transition(before, after)
                .tables().stream()
                        .filter(TableChange::isCreated)
                        .forEach(change -> made.add(Scope.of(change.after().orElseThrow())));
        now.functions().keySet().stream()
                .filter(name -> !old.functions().containsKey(name))
                .forEach(name -> made.add(Scope.ofFunction(name)));
        now.views().keySet().stream()
                .filter(name -> !old.views().containsKey(name))
                .forEach(name -> made.add(Scope.ofView(name)));
        now.externals().keySet().stream()
                .filter(name -> !old.externals().containsKey(name))
                .forEach(name -> made.add(Scope.ofExternal(name)));
        return made;
    }
}
