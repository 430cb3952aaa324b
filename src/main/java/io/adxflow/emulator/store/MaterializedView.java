package io.adxflow.emulator.store;

import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.Schema;
import io.adxflow.kql.language.StoredFunction;
import java.util.stream.Collectors;

/**
 * A view over what was ingested into a table. The rows that it has seen are those of its storage, a hidden table; whatever
 * becomes of the source, they stay.
 *
 * @param seen the columns of the source that the view is about
 * @param materializedTo the cursor up to which the storage has the rows of the source; counts while the view is disabled
 * @param lastRun ticks of when that was
 */
public record MaterializedView(String name, Definition definition, Schema seen, long materializedTo, long lastRun) {
    private static final String STORAGE = "_MV_";

    /**
     * What the view is.
     *
     * @param query over the source, as written, without the braces
     * @param createdOn ticks
     * @param isAutoUpdated whether columns that the source gets are seen too
     * @param lookback as written; an empty text for none
     */
    public record Definition(
            String source,
            String query,
            long createdOn,
            boolean isEnabled,
            String folder,
            String docString,
            boolean isAutoUpdated,
            String lookback,
            String lookbackColumn) {
        public Definition enabled(boolean next) {
            return new Definition(
                    source, query, createdOn, next, folder, docString, isAutoUpdated, lookback, lookbackColumn);
        }

        public Definition createdOn(long next) {
            return new Definition(
                    source, query, next, isEnabled, folder, docString, isAutoUpdated, lookback, lookbackColumn);
        }

        public Definition ofSource(String next) {
            return new Definition(
                    next, query, createdOn, isEnabled, folder, docString, isAutoUpdated, lookback, lookbackColumn);
        }

        public Definition described(String nextFolder, String nextDocString) {
            return new Definition(
                    source,
                    query,
                    createdOn,
                    isEnabled,
                    nextFolder,
                    nextDocString,
                    isAutoUpdated,
                    lookback,
                    lookbackColumn);
        }

        public Definition autoUpdated(boolean next) {
            return new Definition(
                    source, query, createdOn, isEnabled, folder, docString, next, lookback, lookbackColumn);
        }

        public Definition lookingBack(String next) {
            return new Definition(
                    source, query, createdOn, isEnabled, folder, docString, isAutoUpdated, next, lookbackColumn);
        }
    }

    /** Whether a table is the storage of a view. */
    public static boolean isStorage(String table) {
        return table.startsWith(STORAGE);
    }

    /** The name of the table with the rows that a view has seen. */
    public static String storageOf(String view) {
        return STORAGE + view;
    }

    public String storage() {
        return storageOf(name);
    }

    public String source() {
        return definition.source();
    }

    public boolean isEnabled() {
        return definition.isEnabled();
    }

    public MaterializedView with(Definition next) {
        return new MaterializedView(name, next, seen, materializedTo, lastRun);
    }

    public MaterializedView seeing(Schema next) {
        return new MaterializedView(name, definition, next, materializedTo, lastRun);
    }

    public MaterializedView renamed(String next) {
        return new MaterializedView(next, definition, seen, materializedTo, lastRun);
    }

    public MaterializedView materialized(long cursor, long now) {
        return new MaterializedView(name, definition, seen, cursor, now);
    }

    /** The view over the rows that it has seen. */
    public StoredFunction materializedRows() {
        return function(storageRows());
    }

    /** The view over all rows. While it is enabled it has seen every one. */
    public StoredFunction allRows() {
        return function(isEnabled() ? storageRows() : part(storageRows()));
    }

    private String storageRows() {
        return "table('" + storage() + "')";
    }

    private String part(String part) {
        String columns = seen.columns().stream()
                .map(Column::name)
                .map(column -> "['" + column + "']")
                .collect(Collectors.joining(", "));
        return "union " + part + ", (table('" + source() + "') | where cursor_after('" + materializedTo
                + "') | project " + columns + ")";
    }

    private StoredFunction function(String rows) {
        return new StoredFunction(name, "()", "{let " + source() + " = " + rows + ";" + definition.query() + "}");
    }
}
