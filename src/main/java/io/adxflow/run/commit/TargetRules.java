package io.adxflow.run.commit;

import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.run.model.RunProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a table must not have, so that a commit into it is what it seems: rows are replaced whole, and nothing downstream
 * keeps what was taken away. See <a
 * href="https://learn.microsoft.com/kusto/management/update-policy">update policies</a>, <a
 * href="https://learn.microsoft.com/kusto/management/materialized-views/materialized-views-limitations">materialized
 * views</a>, <a href="https://learn.microsoft.com/kusto/management/row-level-security-policy">row-level security</a>, <a
 * href="https://learn.microsoft.com/kusto/management/restricted-view-access-policy">restricted view access</a> and <a
 * href="https://learn.microsoft.com/kusto/management/streaming-ingestion-policy">streaming ingestion</a>.
 */
public final class TargetRules {
    /** As every staging table is called. */
    private static final String STAGING = "adxflow_s_0123456789_01234567_1_1";

    private static final String APPEND_INSTEAD = "write 'mode: append', or give the sink a table of its own";

    private final AdxPort port;
    private final Policies policies;

    public TargetRules(AdxPort port) {
        this.port = port;
        this.policies = new Policies(port);
    }

    /** Everything that stands in the way of a commit into a table, whether or not the table is there yet. */
    public List<Diagnostic> broken(String table, CommitMode mode) {
        List<UpdatePolicy> updates = UpdatePolicy.of(policies);
        List<Diagnostic> broken = new ArrayList<>();
        updates.stream()
                .filter(policy -> policy.reads(STAGING))
                .forEach(policy -> broken.add(RunProblem.STAGING_IS_READ
                        .with(policy.table(), policy.source())
                        .withHint("let its 'Source' match no name that begins with 'adxflow_'")));
        if (mode == CommitMode.REPLACE) {
            downstream(table, updates, broken);
            hidden(table, broken);
        }
        return broken;
    }

    /** What would keep rows that are taken away, or derive them once more. */
    private void downstream(String table, List<UpdatePolicy> updates, List<Diagnostic> broken) {
        for (String view : views(table)) {
            broken.add(RunProblem.TARGET_FEEDS_VIEW.with(table, view).withHint(APPEND_INSTEAD));
        }
        for (UpdatePolicy policy : updates) {
            if (policy.reads(table)) {
                broken.add(RunProblem.TARGET_FEEDS_TABLE
                        .with(table, policy.table())
                        .withHint(APPEND_INSTEAD));
            }
            if (policy.table().equals(table)) {
                broken.add(RunProblem.TARGET_IS_FED.with(table, policy.source()).withHint(APPEND_INSTEAD));
            }
        }
    }

    /** What the command that replaces rows would not see. */
    private void hidden(String table, List<Diagnostic> broken) {
        if (isOn("row_level_security", table)) {
            broken.add(RunProblem.TARGET_HIDES_ROWS
                    .with(table, "row-level security")
                    .withHint(APPEND_INSTEAD));
        }
        if (isOn("restricted_view_access", table)) {
            broken.add(RunProblem.TARGET_HIDES_ROWS
                    .with(table, "restricted view access")
                    .withHint(APPEND_INSTEAD));
        }
        if (policies.holdingFor(table, "streamingingestion")
                .filter(PolicyText::isEnabled)
                .isPresent()) {
            broken.add(RunProblem.TARGET_STREAMS
                    .with(table)
                    .withHint("switch it off: .alter table " + Quoted.name(table)
                            + " policy streamingingestion disable; or " + APPEND_INSTEAD));
        }
    }

    private List<String> views(String table) {
        AdxResult views = port.command(
                ".show materialized-views | where SourceTable == " + Quoted.string(table) + " | project Name");
        return views.rows().stream().map(row -> String.valueOf(row.get(0))).toList();
    }

    private boolean isOn(String kind, String table) {
        return Optional.ofNullable(policies.ofTables(kind).get(table))
                .filter(PolicyText::isEnabled)
                .isPresent();
    }
}
