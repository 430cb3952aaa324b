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

    /** What is wrong with a job; no excerpt shows what sounds like a secret. */
    public static Findings ofJob(SourceText file) {
        return new Findings(file, Redaction.ofJob(file));
    }

    /** What is wrong with an environment; no excerpt shows what sounds like a secret. */
    public static Findings ofEnvironment(SourceText file) {
        return new Findings(file, Redaction.ofEnvironment(file));
    }

    private Findings(SourceText file, SourceText shown) {
        this.file = file;
        this.shown = shown;
    }

    SourceText file() {
        return file;
    }

    /** The file as diagnostics show it. */
    public SourceText shown() {
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
