package io.adxflow.base.json;

/**
 * How much a reader takes before it refuses.
 *
 * @param depth objects and lists inside one another
 * @param values names and values together
 * @param textLength characters of one name or text
 */
public record JsonLimits(int depth, int values, int textLength) {
    /** Enough for any request; a request that needs more is an attack or a mistake. */
    public static final JsonLimits DEFAULT = new JsonLimits(200, 10_000_000, 512 << 20);

    public JsonLimits {
        if (depth < 1 || values < 1 || textLength < 1) {
            throw new IllegalArgumentException("a limit below one takes nothing");
        }
    }
}
