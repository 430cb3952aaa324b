package io.adxflow.emulator.command.policy;

import io.adxflow.emulator.command.language.PolicyKind;
import io.adxflow.kql.language.TimespanText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The members of policies under the names that the service has for them, with its values for those that are not given. Names
 * come in any letter case, truth values and timespans in several notations; members that the service does not know are left out.
 */
final class PolicyMembers {
    private static final Map<PolicyKind, Map<String, Object>> DEFAULTS = Map.of(
            PolicyKind.INGESTION_BATCHING,
            members("MaximumBatchingTimeSpan", "00:05:00", "MaximumNumberOfItems", 500L, "MaximumRawDataSizeMB", 1024L),
            PolicyKind.RETENTION,
            members("SoftDeletePeriod", "365000.00:00:00", "Recoverability", "Enabled"),
            PolicyKind.MERGE,
            members(
                    "RowCountUpperBoundForMerge",
                    16_000_000L,
                    "OriginalSizeMBUpperBoundForMerge",
                    30_000L,
                    "MaxExtentsToMerge",
                    100L,
                    "MaxRangeInHours",
                    24L,
                    "AllowRebuild",
                    true,
                    "AllowMerge",
                    true,
                    "Lookback",
                    members("Kind", "Default", "CustomPeriod", null)),
            PolicyKind.SHARDING,
            members(
                    "ShardEngineMaxRowCount",
                    1_048_576L,
                    "ShardEngineMaxExtentSizeInMb",
                    8192L,
                    "ShardEngineMaxOriginalSizeInMb",
                    3072L,
                    "UseShardEngine",
                    true),
            PolicyKind.STREAMING_INGESTION,
            members("IsEnabled", false, "HintAllocatedRate", null),
            PolicyKind.AUTO_DELETE,
            members("ExpiryDate", null, "DeleteIfNotEmpty", false),
            PolicyKind.INGESTION_TIME,
            members("IsEnabled", true),
            PolicyKind.RESTRICTED_VIEW_ACCESS,
            members("IsEnabled", false),
            PolicyKind.ROW_LEVEL_SECURITY,
            members("IsEnabled", false, "Query", "", "AllowMaterializedViewsWithoutRowLevelSecurity", false),
            PolicyKind.UPDATE,
            members(
                    "IsEnabled",
                    true,
                    "Source",
                    "",
                    "SourceIsWildCard",
                    false,
                    "Query",
                    "",
                    "IsTransactional",
                    false,
                    "PropagateIngestionProperties",
                    false,
                    "ManagedIdentity",
                    null));

    private PolicyMembers() {}

    /** What was given, over what there was or what the service has. Of a policy without known members all that was given. */
    static Map<String, Object> whole(PolicyKind kind, Map<String, Object> old, Map<String, Object> given) {
        Map<String, Object> defaults = DEFAULTS.get(kind);
        if (defaults == null) {
            return over(old, given);
        }
        Map<String, Object> whole = new LinkedHashMap<>(defaults);
        put(whole, old);
        put(whole, given);
        return whole;
    }

    private static void put(Map<String, Object> whole, Map<String, Object> members) {
        members.forEach((name, value) -> whole.keySet().stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .ifPresent(known -> whole.put(known, canonical(whole.get(known), value))));
    }

    private static Object canonical(Object known, Object value) {
        if (known instanceof Boolean && value instanceof String text) {
            return Boolean.valueOf(text);
        }
        boolean isSpan = known instanceof String span && PolicyKind.ticks(span).isPresent();
        OptionalLong ticks = isSpan && value instanceof String text ? PolicyKind.ticks(text) : OptionalLong.empty();
        return ticks.isPresent() ? (Object) TimespanText.of(ticks.getAsLong()) : value;
    }

    private static Map<String, Object> over(Map<String, Object> old, Map<String, Object> given) {
        Map<String, Object> merged = new LinkedHashMap<>(old);
        given.forEach((name, member) -> {
            merged.keySet().removeIf(name::equalsIgnoreCase);
            merged.put(name, member);
        });
        return merged;
    }

    private static Map<String, Object> members(Object... pairs) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(members);
    }
}
