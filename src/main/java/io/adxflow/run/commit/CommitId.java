package io.adxflow.run.commit;

import java.util.UUID;

/** The name of one commit: 32 hexadecimal digits, which is one term for {@code has}. */
public record CommitId(String text) {
    public CommitId {
        if (!text.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("not a commit id: " + text);
        }
    }

    public static CommitId of(UUID random) {
        return new CommitId(random.toString().replace("-", ""));
    }

    /** What verified extents carry. Neither {@code drop-by:} nor {@code ingest-by:}, so merging is not hindered. */
    String tag() {
        return "adxflow:" + text;
    }
}
