package io.adxflow.base.diagnostic;

/** A kind of mistake. Implemented by one enum per area; codes are never used again for something else. */
public interface Problem {
    /** For example {@code KQL202}. */
    String code();

    /** The message, a {@link String#format} template: lower case, things in single quotes, no final period. */
    String template();

    /** An instance of this problem at a place of the text that is being read. */
    default Diagnostic at(Span span, Object... arguments) {
        return Diagnostic.of(this, span, arguments);
    }
}
