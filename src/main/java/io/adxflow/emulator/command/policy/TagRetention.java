package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.emulator.store.Database;
import io.adxflow.emulator.store.Extent;
import io.adxflow.emulator.store.MaterializedView;
import io.adxflow.emulator.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How long tags that begin with some text stay on extents, counted from the creation of the extent.
 *
 * @param period ticks
 * @see <a href="https://learn.microsoft.com/kusto/management/extent-tags-retention-policy">Extent tags retention policy</a>
 */
record TagRetention(String prefix, long period) {
    private static final String PREFIX = "TagPrefix";
    private static final String PERIOD = "RetentionPeriod";

    /** The entries of a table's policy, or else of its database's. */
    private static List<TagRetention> of(Database database, Table table) {
        String name = PolicyKind.EXTENT_TAGS_RETENTION.keyword();
        String policy = table.policies().getOrDefault(name, database.policies().getOrDefault(name, "[]"));
        return PolicySetting.entries(policy).stream().map(TagRetention::of).toList();
    }

    private static TagRetention of(Object entry) {
        Map<String, Object> members = members((Map<?, ?>) entry);
        long period = PolicyKind.ticks(String.valueOf(members.get(PERIOD))).orElseThrow();
        return new TagRetention(String.valueOf(members.get(PREFIX)), period);
    }

    private static Map<String, Object> members(Map<?, ?> entry) {
        Map<String, Object> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        entry.forEach((name, value) -> members.put((String) name, value));
        return members;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the entry is none */
    static void require(PolicyPlace place, Map<String, Object> entry) {
        Map<String, Object> members = members(entry);
        boolean isPrefix = members.get(PREFIX) instanceof String text && text.matches("[^:]+:");
        if (!isPrefix) {
            throw place.bad("TagPrefix is no text that ends with its only colon");
        }
        OptionalLong period = PolicyKind.ticks(String.valueOf(members.get(PERIOD)));
        if (period.isEmpty()) {
            throw place.bad("RetentionPeriod is no timespan");
        }
    }

    /** The database without the tags whose time is over. An extent that loses one gets a new id. */
    static Database at(long now, Database database) {
        Database next = database;
        for (Table table : database.tables().values()) {
            List<TagRetention> entries = MaterializedView.isStorage(table.name()) ? List.of() : of(database, table);
            List<Extent> extents = table.extents().stream()
                    .map(extent -> retagged(extent, entries, now))
                    .toList();
            if (!extents.equals(table.extents())) {
                next = next.with(table.withExtents(extents));
            }
        }
        return next;
    }

    private static Extent retagged(Extent extent, List<TagRetention> entries, long now) {
        long age = now - extent.minCreatedOn();
        List<String> kept = extent.tags().stream()
                .filter(tag -> entries.stream().noneMatch(entry -> age > entry.period && entry.begins(tag)))
                .toList();
        return kept.size() == extent.tags().size() ? extent : extent.tagged(kept);
    }

    private boolean begins(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }
}
