package io.adxflow.job.shape;

/**
 * A key and what may stand behind it.
 *
 * @param summary one sentence without a final period
 */
public record Key(String name, Kind kind, boolean isRequired, String summary) {
    static Key required(String name, Kind kind, String summary) {
        return new Key(name, kind, true, summary);
    }

    static Key optional(String name, Kind kind, String summary) {
        return new Key(name, kind, false, summary);
    }
}
