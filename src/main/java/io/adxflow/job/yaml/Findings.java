package io.adxflow.job.yaml;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one file, so that all of it can be shown at once. */
public final class Findings {
    private final SourceText file;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    public Findings(SourceText file) {
        this.file = file;
    }

    public SourceText file() {
        return file;
    }

    public void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic.in(file));
    }

    public List<Diagnostic> all() {
        return List.copyOf(diagnostics);
    }

    public int count() {
        return diagnostics.size();
    }
}
