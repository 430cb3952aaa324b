package io.adxflow.base.diagnostic;

/** Turns a diagnostic into the text that people read. */
final class DiagnosticText {
    /** Longer lines are cut around the place. */
    private static final int WIDTH = 160;

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
        int start = line.length() > WIDTH ? Math.max(0, from - WIDTH / 2) : 0;
        int end = Math.min(line.length(), start + WIDTH);
        int to = Math.min(from + Math.max(span.end() - span.start(), 1), Math.max(end, from + 1));
        String cut = start > 0 ? "…" : "";
        String indent = (cut + line.substring(start, from)).replaceAll("[^\\t]", " ");
        String shown = cut + line.substring(start, end) + (end < line.length() ? "…" : "");
        return "\n    " + shown + "\n    " + indent + "^".repeat(to - from);
    }
}
