package io.adxflow.emulator.command.policy;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.Map;

/**
 * What fills a table from another one, whenever rows come into that.
 *
 * @param source the table that is read, or a pattern with stars that matches several
 * @param query answers the rows of the table that has the policy; reads the new rows under the name of the source
 * @param propagates whether the new extents get the tags and the creation time of those they are made of
 * @see <a href="https://learn.microsoft.com/kusto/management/update-policy">Update policy</a>
 */
record UpdatePolicy(
        boolean isEnabled,
        String source,
        boolean isPattern,
        String query,
        boolean isTransactional,
        boolean propagates) {
    /** The policies of a table, in their order. */
    static List<UpdatePolicy> of(Table target) {
        String policy = target.policies().get(PolicyKind.UPDATE.keyword());
        return policy == null
                ? List.of()
                : ((List<?>) Json.read(policy))
                        .stream().map(entry -> of((Map<?, ?>) entry)).toList();
    }

    /** @param entry with the names that {@link PolicyMembers} gives */
    static UpdatePolicy of(Map<?, ?> entry) {
        return new UpdatePolicy(
                isTrue(entry, "IsEnabled"),
                String.valueOf(entry.get("Source")),
                isTrue(entry, "SourceIsWildCard"),
                String.valueOf(entry.get("Query")),
                isTrue(entry, "IsTransactional"),
                isTrue(entry, "PropagateIngestionProperties"));
    }

    /** Whether rows of a table are what it is about. */
    boolean reads(String table) {
        return isPattern ? table.matches("\\Q" + source.replace("*", "\\E.*\\Q") + "\\E") : source.equals(table);
    }

    private static boolean isTrue(Map<?, ?> entry, String name) {
        return Boolean.TRUE.equals(entry.get(name));
    }
}
