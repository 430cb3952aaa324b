package io.adxflow.run.access;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The roles that principals have, as ADX lists them. */
public final class Roles {
    private final AdxClient client;

    public Roles(AdxClient client) {
        this.client = client;
    }

    /** The grants whose table is there; a table that is not will belong to whoever creates it. */
    public List<Grant> possible(List<Grant> grants) {
        return grants.stream()
                .filter(grant -> grant.table()
                        .map(table -> exists(grant.database(), table))
                        .orElse(true))
                .toList();
    }

    /** The roles of a principal where a grant is on, such as {@code Database Viewer}. */
    public List<String> held(Grant grant, Principal principal) {
        AdxResult listed = client.repeatableCommand(grant.database(), grant.listing());
        return IntStream.range(0, listed.rows().size())
                .filter(row -> principal.isListedAs(listed.text(row, "PrincipalFQN")))
                .mapToObj(row -> listed.text(row, "Role"))
                .distinct()
                .toList();
    }

    /** Whether a principal has the role, or one that includes it. */
    public boolean has(Grant grant, Principal principal) {
        return held(grant, principal).stream().anyMatch(grant.role()::isIn)
                || grant.table().isPresent() && isDatabaseAdmin(grant, principal);
    }

    public void give(Grant grant, Principal principal) {
        client.command(grant.database(), grant.command(principal.text()));
    }

    private boolean isDatabaseAdmin(Grant grant, Principal principal) {
        Grant database = new Grant(grant.database(), Optional.empty(), Role.ADMIN, grant.reason());
        return held(database, principal).stream().anyMatch(Role.ADMIN::isIn);
    }

    private boolean exists(String database, String table) {
        return !client.repeatableCommand(
                        database, ".show tables | where TableName == " + Quoted.string(table) + " | project TableName")
                .isEmpty();
    }
}
