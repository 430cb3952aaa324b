package io.adxflow.run.doctor;

import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.Quoted;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.Source;
import io.adxflow.run.model.AdxWrite;
import io.adxflow.run.model.SourceKql;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a job reads from ADX and writes to it. */
final class TableChecks {
    private static final String NOT_ENABLED = "\"IsEnabled\":false";

    private final Findings findings;
    private final AdxClient client;
    private final String database;
    private final Map<String, List<AdxColumn>> read = new HashMap<>();

    TableChecks(Findings findings, AdxClient client) {
        this.findings = findings;
        this.client = client;
        this.database = client.cluster().database();
    }

    void look(Job job) {
        job.sources().forEach(this::source);
        AdxWrite.of(job).forEach(this::sink);
    }

    private void source(Source source) {
        String name = source.name().value();
        SourceKql.of(source)
                .ifPresent(kql -> findings.look("source " + name, () -> {
                    List<AdxColumn> columns = columns(kql);
                    read.put(name, columns);
                    return columns.size() + " columns: " + names(columns);
                }));
    }

    private void sink(AdxWrite write) {
        String table = write.table().value();
        String subject = "sink " + table;
        findings.look(subject, () -> {
            if (!exists(table)) {
                return "the table is not there, and the first run creates it";
            }
            List<AdxColumn> columns = columns(Quoted.name(table));
            Optional<List<AdxColumn>> rows =
                    Optional.ofNullable(read.get(write.from().value()));
            rows.ifPresent(given -> ColumnsFit.require(given, columns, write));
            requireIngestionTime(table);
            return columns.size() + " columns" + (rows.isPresent() ? ", which the rows fit" : ": " + names(columns));
        });
    }

    /** Later jobs that read by ingestion time or cursor would miss the rows. */
    private void requireIngestionTime(String table) {
        AdxResult policy =
                client.repeatableCommand(database, ".show table " + Quoted.name(table) + " policy ingestiontime");
        boolean disabled = !policy.isEmpty()
                && policy.text(0, "Policy").replaceAll("\\s", "").contains(NOT_ENABLED);
        if (disabled) {
            findings.failed(
                    "policy of " + table,
                    "the table does not keep when rows were ingested, so cursors of later jobs miss them",
                    ".alter table " + Quoted.name(table) + " policy ingestiontime true");
        }
    }

    private boolean exists(String table) {
        return !client.repeatableCommand(
                        database, ".show tables | where TableName == " + Quoted.string(table) + " | project TableName")
                .isEmpty();
    }

    private List<AdxColumn> columns(String kql) {
        return client.query(database, kql.replaceFirst(";\\s*$", "") + "\n| take 0", AdxOptions.none())
                .columns();
    }

    private static String names(List<AdxColumn> columns) {
        return columns.stream().map(AdxColumn::name).collect(Collectors.joining(", "));
    }
}
