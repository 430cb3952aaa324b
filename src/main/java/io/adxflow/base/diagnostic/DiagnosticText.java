package io.adxflow.base.diagnostic;

/** Turns a diagnostic into the text that people read. */
final class DiagnosticText {
    private DiagnosticText() {}

    static String of(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder();
        diagnostic.source().ifPresent(source -> text.append(place(source, diagnostic.span())));
        text.append(diagnostic.isError() ? "error " : "warning ")
                .append(diagnostic.code())
                .append(": ")
                .append(diagnostic.message());
        diagnostic.source().ifPresent(source -> text.append(excerpt(source, diagnostic.span())));
        diagnostic.hint().ifPresent(hint -> text.append("\n    hint: ").append(hint.replace("\n", "\n          ")));
        return text.toString();
    }

    private static String place(SourceText source, Span span) {
        return source.name() + ":" + source.line(span.start()) + ":" + source.column(span.start()) + ": ";
    }

    private static String excerpt(SourceText source, Span span) {
        String line = source.lineText(source.line(span.start()));
        if (line.isBlank()) {
            return "";
        }
        int from = Math.min(source.column(span.start()) - 1, line.length());
        int to = Math.min(from + Math.max(span.end() - span.start(), 1), Math.max(line.length(), from + 1));
        String indent = line.substring(0, from).replaceAll("[^\\t]", " ");
        return "\n    " + line + "\n    " + indent + "^".repeat(to - from);
    }
}
