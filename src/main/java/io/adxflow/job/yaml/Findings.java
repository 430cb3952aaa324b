package io.adxflow.job.yaml;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file, so that all of it can be shown at once. */
public final class Findings {
    private final SourceText file;
    private final SourceText shown;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public Findings(SourceText file) {
        this(file, file);
    }

    private Findings(SourceText file, SourceText shown) {
        this.file = file;
        this.shown = shown;
    }

    /** For a file in which somebody may have written a secret: no excerpt will show it. */
    public static Findings hidingSecrets(SourceText file) {
        return new Findings(file, Redaction.of(file));
    }

    SourceText file() {
        return file;
    }

    /** The file as diagnostics show it. */
    SourceText shown() {
        return shown;
    }

    void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic.in(shown));
    }

    public List<Diagnostic> all() {
        return List.copyOf(diagnostics);
    }

    int count() {
        return diagnostics.size();
    }
}
