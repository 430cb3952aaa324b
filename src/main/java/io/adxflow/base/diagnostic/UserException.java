package io.adxflow.base.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/** What the user can repair: one or more diagnostics, in the order in which they are to be shown. */
public final class UserException extends RuntimeException {
    private final transient List<Diagnostic> diagnostics;

    public UserException(Diagnostic diagnostic) {
        this(List.of(diagnostic));
    }

    public UserException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    /** Empty when the exception came from another process, as from a task of Spark; the message is whole then too. */
    public List<Diagnostic> diagnostics() {
        return diagnostics == null ? List.of() : diagnostics;
    }
}
