package io.adxflow.databricks.workspace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is signed in to a workspace.
 *
 * @param name a user's name, or a service principal's application id
 * @param groups those that the workspace counts them to
 */
record Caller(String name, Set<String> groups) {
    /** The system group of every workspace whose members may change everything. */
    private static final String ADMINISTRATORS = "admins";

    Caller {
        groups = Set.copyOf(groups);
    }

    static Caller of(Workspace workspace) {
        Map<?, ?> me = workspace.get("/api/2.0/preview/scim/v2/Me");
        Set<String> groups = Workspace.list(me, "groups").stream()
                .map(group -> Workspace.text((Map<?, ?>) group, "display"))
                .collect(Collectors.toSet());
        return new Caller(Workspace.text(me, "userName"), groups);
    }

    boolean isAdministrator() {
        return groups.contains(ADMINISTRATORS);
    }

    /** Whether an entry of an access control list is about them or a group of theirs. */
    boolean isMeant(Map<?, ?> entry) {
        return List.of("user_name", "service_principal_name").stream()
                        .anyMatch(key -> name.equals(Workspace.text(entry, key)))
                || groups.contains(Workspace.text(entry, "group_name"));
    }
}
