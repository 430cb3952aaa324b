package io.adxflow.emulator.store;

import java.util.List;
import java.util.Map;

/**
 * A query whose new rows go to an external table again and again.
 *
 * @param startCursor the cursor of the database when it was made; what was there before is not exported
 */
public record ContinuousExport(
        String name, Definition definition, boolean isEnabled, long startCursor, Progress progress) {
    /**
     * What is exported, and when.
     *
     * @param facts the tables whose new rows are exported; all that the query names when there are none
     * @param interval ticks between the runs
     * @param latency ticks that rows must have been there before; none when it is zero
     * @param properties of the export, by their names in lower case
     */
    public record Definition(
            String externalTable,
            String query,
            List<String> facts,
            long interval,
            long latency,
            Map<String, String> properties) {
        public Definition {
            facts = List.copyOf(facts);
            properties = Map.copyOf(properties);
        }
    }

    /**
     * How far it is.
     *
     * @param exportedTo the cursor up to which rows have been exported
     * @param lastRun ticks of the start of the last run; zero before the first
     * @param lastSuccess ticks of the start of the last run that did not fail, or of when it was made
     * @param result {@code Completed}, {@code Failed}, or an empty text before the first run
     */
    public record Progress(long exportedTo, long lastRun, long lastSuccess, String result) {}

    public ContinuousExport with(Definition next) {
        return new ContinuousExport(name, next, isEnabled, startCursor, progress);
    }

    public ContinuousExport enabled(boolean next) {
        return new ContinuousExport(name, definition, next, startCursor, progress);
    }

    public ContinuousExport with(Progress next) {
        return new ContinuousExport(name, definition, isEnabled, startCursor, next);
    }
}
