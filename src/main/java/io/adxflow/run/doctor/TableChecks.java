package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.WriteMode;
import io.adxflow.run.commit.CommitMode;
import io.adxflow.run.commit.TargetRules;
import io.adxflow.run.connect.ClientPort;
import io.adxflow.run.model.AdxWrite;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a job reads from ADX and writes to it. */
record TableChecks(Findings findings, AdxClient client) {
    private static final String NOT_ENABLED = "\"IsEnabled\":false";

    void source(String name, String kql) {
        findings.look("source " + name, () -> {
            List<AdxColumn> columns = columns(kql);
            return columns.size() + " columns: " + names(columns);
        });
    }

    void sink(AdxWrite write) {
        String table = write.table().value();
        boolean answers = findings.look("sink " + table, () -> {
            if (!exists(table)) {
                return "the table is not there, and the first run creates it";
            }
            List<AdxColumn> columns = columns(Quoted.name(table));
            return columns.size() + " columns: " + names(columns);
        });
        if (answers) {
            policies(table, write.mode() == WriteMode.REPLACE ? CommitMode.REPLACE : CommitMode.APPEND);
        }
    }

    private void policies(String table, CommitMode mode) {
        String subject = "policies of " + table;
        List<Diagnostic> broken = new TargetRules(new ClientPort(client, "doctor")).broken(table, mode);
        findings.failed(subject, broken);
        boolean fails = !broken.isEmpty() | losesIngestionTime(table) | isExported(table, mode);
        if (!fails) {
            findings.look(
                    subject, () -> "nothing stands in the way of " + mode.name().toLowerCase(Locale.ROOT));
        }
    }

    /** Later jobs that read by ingestion time or cursor would miss the rows. */
    private boolean losesIngestionTime(String table) {
        AdxResult policy = client.repeatableCommand(
                database(),
                ".show table * policy ingestiontime | where EntityName endswith " + Quoted.string(".[" + table + "]"));
        boolean disabled = !policy.isEmpty()
                && policy.text(0, "Policy").replaceAll("\\s", "").contains(NOT_ENABLED);
        if (disabled) {
            findings.failed(
                    "policies of " + table,
                    "the table does not keep when rows were ingested, so cursors of later jobs miss them",
                    ".alter table " + Quoted.name(table) + " policy ingestiontime true");
        }
        return disabled;
    }

    /** A <a href="https://learn.microsoft.com/kusto/management/data-export/continuous-data-export">continuous export</a> takes rows that are replaced for new ones. One that names no tables exports all that its query names. */
    private boolean isExported(String table, CommitMode mode) {
        if (mode == CommitMode.APPEND) {
            return false;
        }
        AdxResult exports = client.repeatableCommand(
                database(),
                ".show continuous-exports | where CursorScopedTables has " + Quoted.string(table)
                        + " or (CursorScopedTables !has '.' and Query has " + Quoted.string(table)
                        + ") | project Name");
        exports.rows()
                .forEach(row -> findings.failed(
                        "policies of " + table,
                        "the continuous export '" + row.get(0) + "' takes every row that is replaced for a new one",
                        "write 'mode: append', or let it export another table"));
        return !exports.isEmpty();
    }

    private String database() {
        return client.cluster().database();
    }

    private boolean exists(String table) {
        return !client.repeatableCommand(
                        database(),
                        ".show tables | where TableName == " + Quoted.string(table) + " | project TableName")
                .isEmpty();
    }

    private List<AdxColumn> columns(String kql) {
        return client.query(database(), kql.replaceFirst(";\\s*$", "") + "\n| take 0", AdxOptions.none())
                .columns();
    }

    private static String names(List<AdxColumn> columns) {
        return columns.stream().map(AdxColumn::name).collect(Collectors.joining(", "));
    }
}
