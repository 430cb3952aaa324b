package io.adxflow.base.diagnostic;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One instance of a {@link Problem}, with its place. A stage that reads a text raises it with a span only; whoever owns
 * the text adds it with {@link #in}, and whoever embeds one text in another moves the span with {@link #moved}.
 */
public record Diagnostic(
        Severity severity,
        Problem problem,
        Span span,
        String message,
        Optional<String> hint,
        Optional<SourceText> source) {

    /** Whether work may go on. */
    public enum Severity {
        ERROR,
        WARNING
    }

    public static Diagnostic of(Problem problem, Span span, Object... arguments) {
        String message = arguments.length == 0 ? problem.template() : String.format(problem.template(), arguments);
        return new Diagnostic(Severity.ERROR, problem, span, message, Optional.empty(), Optional.empty());
    }

    public String code() {
        return problem.code();
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public Diagnostic asWarning() {
        return new Diagnostic(Severity.WARNING, problem, span, message, hint, source);
    }

    public Diagnostic withHint(String text) {
        return new Diagnostic(severity, problem, span, message, Optional.of(text), source);
    }

    public Diagnostic in(SourceText text) {
        return new Diagnostic(severity, problem, span, message, hint, Optional.of(text));
    }

    /** The same diagnostic for a text that contains the one that was read. */
    public Diagnostic moved(UnaryOperator<Span> toOuter) {
        return new Diagnostic(severity, problem, toOuter.apply(span), message, hint, source);
    }

    public UserException toException() {
        return new UserException(this);
    }

    /** Code, place, excerpt and hint over several lines, without a line break at the end. */
    public String render() {
        return DiagnosticText.of(this);
    }
}
