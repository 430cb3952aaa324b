package io.adxflow.run.spark;

import io.adxflow.job.model.FileFormat;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.WriteMode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The sinks that are not tables of ADX. Files are staged beside their sink and published by renaming; what another data
 * source writes (Delta among them) is as atomic as that data source is, and is written when it is published.
 */
public final class OtherSinks {
    private final SparkSession session;
    private final SparkInputs inputs;
    private final FlowTables tables;
    private final SparkOptions options;
    private final RowCounts counts;
    private final Map<Sink, FileSink> staged = new LinkedHashMap<>();

    OtherSinks(SparkSession session, SparkInputs inputs, FlowTables tables, RowCounts counts) {
        this.session = session;
        this.inputs = inputs;
        this.tables = tables;
        this.options = new SparkOptions(session, inputs.secrets(), inputs.job().text());
        this.counts = counts;
    }

    /** Removes what killed runs of this job left beside its file sinks. */
    public void sweep() {
        inputs.job().sinks().stream().filter(OtherSinks::isStaged).forEach(sink -> at((Sink.File) sink)
                .sweep());
    }

    /** Computes the rows of a file sink and writes them beside it; does nothing for other sinks. */
    public void stage(Sink sink) {
        if (isStaged(sink)) {
            Sink.File file = (Sink.File) sink;
            FileSink folder = at(file);
            staged.put(sink, folder);
            SparkRun.doing("writing '" + sink.name() + "'", () -> {
                folder.stage(rows(sink), SourceTables.format(file.format()), options(file));
                return folder;
            });
        }
    }

    /** Makes the rows of a sink visible. */
    public void publish(Sink sink) {
        if (staged.containsKey(sink)) {
            staged.get(sink).publish(sink.mode().value());
        } else {
            SparkRun.doing("writing '" + sink.name() + "'", () -> {
                write(sink);
                return sink;
            });
        }
    }

    /** Rows that a sink received. */
    public OptionalLong rowsOf(Sink sink) {
        counts.await(Set.of(countName(sink)));
        return counts.of(countName(sink));
    }

    /** Removes what was staged and not published. */
    public void clean() {
        staged.values().forEach(FileSink::clean);
    }

    private void write(Sink sink) {
        String mode = sink.mode().value() == WriteMode.APPEND ? "append" : "overwrite";
        if (sink instanceof Sink.SparkTable table) {
            rows(sink).write().mode(mode).saveAsTable(table.table().value());
        } else if (sink instanceof Sink.SparkFormat format) {
            rows(sink)
                    .write()
                    .format(format.format().value())
                    .options(options.of(format.options()))
                    .mode(mode)
                    .save();
        } else {
            Sink.File file = (Sink.File) sink;
            rows(sink)
                    .write()
                    .format(SourceTables.format(file.format()))
                    .options(options(file))
                    .mode(mode)
                    .save(file.place().location());
        }
    }

    private Dataset<Row> rows(Sink sink) {
        return counts.counting(countName(sink), tables.rows(sink.from()));
    }

    private FileSink at(Sink.File file) {
        return FileSink.at(
                file.place().location(), inputs.names(), session.sparkContext().hadoopConfiguration());
    }

    private Map<String, String> options(Sink.File file) {
        Map<String, String> all = new HashMap<>();
        if (file.format() == FileFormat.CSV) {
            all.put("header", "true");
        }
        all.putAll(options.of(file.options()));
        return all;
    }

    private static String countName(Sink sink) {
        return "sink " + sink.name();
    }

    /** Delta has its own transactions; all other files become visible by renaming. */
    private static boolean isStaged(Sink sink) {
        return sink instanceof Sink.File file && file.format() != FileFormat.DELTA;
    }
}
