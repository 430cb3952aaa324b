package io.adxflow.emulator.store;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;

/**
 * A value that the path of a file of an external table tells.
 *
 * @param column where the value comes from; an empty text for a virtual column
 * @param argument the number of hash values, or the ticks of a bin; otherwise nothing
 * @see <a href="https://learn.microsoft.com/kusto/management/external-tables-azure-storage#partitions-formatting">Partitions
 *     formatting</a>
 */
public record ExternalPartition(String name, KqlType type, Kind kind, String column, long argument) {
    /** How the value comes from its column. */
    public enum Kind {
        /** It does not: it is a column that only paths have. */
        VIRTUAL("", ""),
        COLUMN("", ""),
        HASH("", ""),
        BIN("", ""),
        START_OF_YEAR("startofyear", "StartOfYear"),
        START_OF_MONTH("startofmonth", "StartOfMonth"),
        START_OF_WEEK("startofweek", "StartOfWeek"),
        START_OF_DAY("startofday", "StartOfDay");

        private final String function;
        private final String label;

        Kind(String function, String label) {
            this.function = function;
            this.label = label;
        }

        /** Of the functions that take a datetime and nothing else; otherwise an empty text. */
        public String function() {
            return function;
        }

        /** As answers show the function. */
        public String label() {
            return label;
        }
    }

    /** The highest value that the column may have where the partition has this one; a little higher does not matter. */
    public Object highest(Object value) {
        return switch (kind) {
            case START_OF_YEAR -> (Long) value + 366 * TimespanText.TICKS_PER_DAY;
            case START_OF_MONTH -> (Long) value + 31 * TimespanText.TICKS_PER_DAY;
            case START_OF_WEEK -> (Long) value + 7 * TimespanText.TICKS_PER_DAY - 1;
            case START_OF_DAY -> (Long) value + TimespanText.TICKS_PER_DAY - 1;
            case BIN -> (Long) value + argument - 1;
            case VIRTUAL, COLUMN, HASH -> value;
        };
    }

    public boolean isVirtual() {
        return kind == Kind.VIRTUAL;
    }
}
