package io.adxflow.job.parameter;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.EmbeddedText;
import java.util.ArrayList;
import java.util.List;

/** Builds a text out of pieces of another one and of replacements, and remembers where each character comes from. */
final class PlacedText {
    private final EmbeddedText template;
    private final StringBuilder text = new StringBuilder();
    private final List<Span> places = new ArrayList<>();
    private int next;
    private boolean isComplete = true;

    PlacedText(EmbeddedText template) {
        this.template = template;
    }

    void copyTo(int end) {
        for (; next < end; next++) {
            text.append(template.text().charAt(next));
            places.add(template.inFile(new Span(next, next + 1)));
        }
    }

    void replace(Span reference, String replacement) {
        Span place = template.inFile(reference);
        text.append(replacement);
        replacement.chars().forEach(unit -> places.add(place));
        next = reference.end();
    }

    /** Leaves a reference as it stands. */
    void leave(Span reference) {
        copyTo(reference.end());
        isComplete = false;
    }

    boolean isComplete() {
        return isComplete;
    }

    EmbeddedText toEmbeddedText() {
        copyTo(template.text().length());
        return new EmbeddedText(
                text.toString(),
                template.place(),
                places.stream().mapToInt(Span::start).toArray(),
                places.stream().mapToInt(Span::end).toArray());
    }
}
