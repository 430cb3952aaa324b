package io.adxflow.emulator.command.language;

import io.adxflow.base.json.Json;
import io.adxflow.emulator.store.Table;
import io.adxflow.kql.language.TimespanText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** The policies that databases, tables, their columns and views may have. */
public enum PolicyKind {
    AUTO_DELETE("AutoDeletePolicy"),
    CACHING("CachingPolicy"),
    ENCODING("EncodingPolicy"),
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

    private static final Pattern DAYS_BEFORE_COLON = Pattern.compile("^(\\d+):(\\d+:\\d+:\\d+)");

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

    public static Optional<PolicyKind> of(String keyword) {
        return Arrays.stream(values())
                .filter(kind -> kind.keyword.equals(keyword))
                .findFirst();
    }

    /** The policy as the command takes it that sets it: as a JSON text, or as a keyword. */
    public String argument(String json) {
        return switch (this) {
            case INGESTION_TIME, RESTRICTED_VIEW_ACCESS -> json.replaceAll("\\s", "")
                            .contains("\"IsEnabled\":true")
                    ? "true"
                    : "false";
            case ENCODING -> encoding((Map<?, ?>) Json.read(json));
            case ROW_LEVEL_SECURITY -> secured((Map<?, ?>) Json.read(json));
            default -> Json.write(json);
        };
    }

    private static String encoding(Map<?, ?> policy) {
        Object profile = policy.get("EncodingPolicyType");
        return profile == null ? "" : "type = " + Json.write(profile);
    }

    private static String secured(Map<?, ?> policy) {
        boolean areViewsAllowed = Boolean.TRUE.equals(policy.get("AllowMaterializedViewsWithoutRowLevelSecurity"));
        return (Boolean.TRUE.equals(policy.get("IsEnabled")) ? "enable " : "disable ")
                + (areViewsAllowed ? "with (allowMaterializedViewsWithoutRowLevelSecurity = true) " : "")
                + Json.write(policy.get("Query"));
    }

    /** As commands write it. */
    public String keyword() {
        return keyword;
    }

    /** As the column PolicyName shows it. */
    public String policyName() {
        return policyName;
    }

    /** Whether a member of the policy of a table is not switched off; it may be written as a text, in any letter case. */
    public boolean allows(Table table, String member) {
        String policy = table.policies().get(keyword);
        return policy == null
                || ((Map<?, ?>) Json.read(policy))
                        .entrySet().stream()
                                .filter(entry -> member.equalsIgnoreCase(String.valueOf(entry.getKey())))
                                .noneMatch(entry -> "false".equalsIgnoreCase(String.valueOf(entry.getValue())));
    }

    /** Whether a policy of a table is switched on. */
    public boolean isOn(Table table) {
        return text(table.policies(), "IsEnabled")
                .filter("true"::equalsIgnoreCase)
                .isPresent();
    }

    /** A text of a policy, its name in any letter case; nothing where the policy is not set or lacks it. */
    public Optional<String> text(Map<String, String> policies, String member) {
        String policy = policies.get(keyword);
        return policy == null
                ? Optional.empty()
                : ((Map<?, ?>) Json.read(policy))
                        .entrySet().stream()
                                .filter(entry -> member.equalsIgnoreCase(String.valueOf(entry.getKey())))
                                .map(entry -> String.valueOf(entry.getValue()))
                                .findFirst();
    }

    /** A timespan as policies write it: with days before a point, or before a colon. */
    public static OptionalLong ticks(String timespan) {
        return TimespanText.ticks(DAYS_BEFORE_COLON.matcher(timespan).replaceFirst("$1.$2"));
    }

    /** Whether a database may have it, for all tables that have none. */
    public boolean isOfDatabases() {
        return switch (this) {
            case CACHING,
                    EXTENT_TAGS_RETENTION,
                    INGESTION_BATCHING,
                    MERGE,
                    RETENTION,
                    SHARDING,
                    STREAMING_INGESTION -> true;
            case AUTO_DELETE,
                    ENCODING,
                    INGESTION_TIME,
                    PARTITIONING,
                    RESTRICTED_VIEW_ACCESS,
                    ROW_LEVEL_SECURITY,
                    ROW_ORDER,
                    UPDATE -> false;
        };
    }

    /** Whether a materialized view may have it. */
    public boolean isOfViews() {
        return switch (this) {
            case CACHING, MERGE, PARTITIONING, RETENTION, ROW_LEVEL_SECURITY -> true;
            case AUTO_DELETE,
                    ENCODING,
                    EXTENT_TAGS_RETENTION,
                    INGESTION_BATCHING,
                    INGESTION_TIME,
                    RESTRICTED_VIEW_ACCESS,
                    ROW_ORDER,
                    SHARDING,
                    STREAMING_INGESTION,
                    UPDATE -> false;
        };
    }

    /** Whether a column may have it. */
    public boolean isOfColumns() {
        return this == CACHING || this == ENCODING;
    }

    /** Whether a part of it is a query. */
    public boolean hasQuery() {
        return this == ROW_LEVEL_SECURITY || this == UPDATE;
    }

    /** Whether it is a JSON array. */
    public boolean isList() {
        return this == EXTENT_TAGS_RETENTION || this == UPDATE;
    }
}
