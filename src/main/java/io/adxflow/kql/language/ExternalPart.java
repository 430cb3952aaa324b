package io.adxflow.kql.language;

import java.util.Map;

/**
 * Files of an external table.
 *
 * @param number names the part
 * @param bounds the values that a column may have in these files, by its name; not of a column that may have any
 */
public record ExternalPart(int number, Map<String, Bounds> bounds) {
    public ExternalPart {
        bounds = Map.copyOf(bounds);
    }

    /**
     * The values of a column lie between two, both included.
     *
     * @param lowest text, or ticks of a datetime
     */
    public record Bounds(Object lowest, Object highest) {
        /** One value and no other. */
        public static Bounds of(Object value) {
            return new Bounds(value, value);
        }

        public boolean isExact() {
            return lowest.equals(highest);
        }
    }
}
