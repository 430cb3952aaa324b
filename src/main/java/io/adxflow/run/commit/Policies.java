package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The policies of a database and its tables, as <a href="https://learn.microsoft.com/kusto/management/policies">commands
 * show them</a>; each kind is asked for once.
 */
final class Policies {
    private static final Pattern ENTITY = Pattern.compile("\\[(.+)]\\.\\[(.+)]");
    private static final String NONE = "null";

    private final AdxPort port;
    private final Map<String, Map<Entity, String>> shown = new HashMap<>();

    /** A table, as {@code [Database].[Table]} names it. */
    private record Entity(String database, String table) {}

    Policies(AdxPort port) {
        this.port = port;
    }

    /** The policy of every table that has one, by the name of the table. */
    Map<String, String> ofTables(String kind) {
        Map<String, String> policies = new LinkedHashMap<>();
        shown(kind).forEach((entity, policy) -> {
            if (isSet(policy)) {
                policies.put(entity.table(), policy);
            }
        });
        return policies;
    }

    /** The policy that holds for a table: its own, or else that of the database. Nothing holds for a table that is not there. */
    Optional<String> holdingFor(String table, String kind) {
        return shown(kind).entrySet().stream()
                .filter(entry -> entry.getKey().table().equals(table))
                .findFirst()
                .flatMap(entry -> isSet(entry.getValue())
                        ? Optional.of(entry.getValue())
                        : ofDatabase(entry.getKey().database(), kind));
    }

    private Optional<String> ofDatabase(String database, String kind) {
        AdxResult answer = port.command(".show database " + Quoted.name(database) + " policy " + kind);
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(answer.text(0, "Policy")).filter(Policies::isSet);
    }

    private Map<Entity, String> shown(String kind) {
        return shown.computeIfAbsent(kind, asked -> {
            AdxResult answer = port.command(".show table * policy " + asked + " | project EntityName, Policy");
            Map<Entity, String> policies = new LinkedHashMap<>();
            IntStream.range(0, answer.rows().size())
                    .forEach(row -> policies.put(entity(answer.text(row, "EntityName")), answer.text(row, "Policy")));
            return policies;
        });
    }

    private static Entity entity(String name) {
        Matcher matcher = ENTITY.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalStateException("ADX named a table in a way that is not known: " + name);
        }
        return new Entity(matcher.group(1), matcher.group(2));
    }

    private static boolean isSet(String policy) {
        return !policy.isBlank() && !policy.equals(NONE);
    }
}
