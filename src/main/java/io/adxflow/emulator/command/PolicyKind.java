package io.adxflow.emulator.command;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Table;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The policies that tables and databases may have. */
enum PolicyKind {
    AUTO_DELETE("AutoDeletePolicy"),
    CACHING("CachingPolicy"),
    EXTENT_TAGS_RETENTION("ExtentTagsRetentionPolicy"),
    INGESTION_BATCHING("ingestionbatching", "IngestionBatchingPolicy"),
    INGESTION_TIME("ingestiontime", "IngestionTimePolicy"),
    MERGE("ExtentsMergePolicy"),
    PARTITIONING("DataPartitioningPolicy"),
    RESTRICTED_VIEW_ACCESS("RestrictedViewAccessPolicy"),
    RETENTION("RetentionPolicy"),
    ROW_LEVEL_SECURITY("RowLevelSecurityPolicy"),
    ROW_ORDER("roworder", "RowOrderPolicy"),
    SHARDING("ExtentsShardingPolicy"),
    STREAMING_INGESTION("streamingingestion", "StreamingIngestionPolicy"),
    UPDATE("UpdatePolicy");

    private final String keyword;
    private final String policyName;

    PolicyKind(String policyName) {
        this.keyword = name().toLowerCase(Locale.ROOT);
        this.policyName = policyName;
    }

    PolicyKind(String keyword, String policyName) {
        this.keyword = keyword;
        this.policyName = policyName;
    }

    static Optional<PolicyKind> of(String keyword) {
        return Arrays.stream(values())
                .filter(kind -> kind.keyword.equals(keyword))
                .findFirst();
    }

    /** As commands write it. */
    String keyword() {
        return keyword;
    }

    /** As the column PolicyName shows it. */
    String policyName() {
        return policyName;
    }

    /** Whether a member of the policy of a table is not switched off; it may be written as a text, in any letter case. */
    boolean allows(Table table, String member) {
        String policy = table.policies().get(keyword);
        return policy == null
                || ((Map<?, ?>) Json.read(policy))
                        .entrySet().stream()
                                .filter(entry -> member.equalsIgnoreCase(String.valueOf(entry.getKey())))
                                .noneMatch(entry -> "false".equalsIgnoreCase(String.valueOf(entry.getValue())));
    }

    /** Whether it changes what queries answer or what an ingestion writes; the emulator would have to obey it. */
    boolean changesAnswers() {
        return this == RESTRICTED_VIEW_ACCESS || this == ROW_LEVEL_SECURITY || this == UPDATE;
    }
}
