package io.adxflow.run.access;

import io.adxflow.adx.client.Quoted;
import java.util.Optional;

/**
 * A role on a database or on a table of it.
 *
 * @param reason what the job does with it, in a few words
 */
public record Grant(String database, Optional<String> table, Role role, String reason) {
    /** What it is on, for people: {@code database 'Telemetry'}. */
    public String scope() {
        return table.map(name -> "table '" + name + "'").orElse("database '" + database + "'");
    }

    /** The <a href="https://learn.microsoft.com/kusto/management/manage-table-security-roles">command</a> that gives it. */
    public String command(String principal) {
        return ".add " + entity() + " " + role.word() + " (" + Quoted.string(principal) + ") skip-results "
                + Quoted.string("adxflow: " + reason);
    }

    /** The command that lists who has roles there. */
    public String listing() {
        return ".show " + entity() + " principals";
    }

    private String entity() {
        return table.map(name -> "table " + Quoted.name(name)).orElse("database " + Quoted.name(database));
    }
}
