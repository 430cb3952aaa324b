package io.adxflow.job.shape;

import java.util.List;
import java.util.stream.Stream;

/** The kinds that several shapes share. */
final class Kinds {
    static final Kind TEXT = new Kind.Text("");
    static final Kind PLAIN = new Kind.Plain();
    static final Kind TRUTH = new Kind.Truth();
    static final Kind OPTIONS = new Kind.Named(PLAIN);

    private Kinds() {}

    static Kind words(Stream<String> words) {
        return new Kind.Word(words.toList());
    }

    static Kind either(Kind... kinds) {
        return new Kind.Either(List.of(kinds));
    }
}
