package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;

/** Leaves the construct that cannot be read; whoever can go on behind it catches it and keeps the diagnostic. */
final class SyntaxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Diagnostic diagnostic;
    private final boolean isFatal;

    SyntaxError(Diagnostic diagnostic) {
        this(diagnostic, false);
    }

    private SyntaxError(Diagnostic diagnostic, boolean isFatal) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
        this.isFatal = isFatal;
    }

    /** An error behind which there is no point in reading on. */
    static SyntaxError fatal(Diagnostic diagnostic) {
        return new SyntaxError(diagnostic, true);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }

    boolean isFatal() {
        return isFatal;
    }
}
