package io.adxflow.run.commit;

import java.util.List;
import java.util.Map;

/**
 * What fills a table from another one, whenever rows come into that.
 *
 * @param table the table that is filled
 * @param source the table that is read, or a pattern with stars that matches several
 */
record UpdatePolicy(String table, String source, boolean isPattern) {
    /** Those that are switched on. */
    static List<UpdatePolicy> of(Policies policies) {
        return policies.ofTables("update").entrySet().stream()
                .flatMap(table -> PolicyText.entries(table.getValue()).stream()
                        .filter(PolicyText::isEnabled)
                        .map(entry -> of(table.getKey(), entry)))
                .toList();
    }

    private static UpdatePolicy of(String table, Map<?, ?> entry) {
        boolean isPattern = "true".equalsIgnoreCase(String.valueOf(entry.get("SourceIsWildCard")));
        return new UpdatePolicy(table, String.valueOf(entry.get("Source")), isPattern);
    }

    boolean reads(String other) {
        return isPattern ? other.matches("\\Q" + source.replace("*", "\\E.*\\Q") + "\\E") : source.equals(other);
    }
}
