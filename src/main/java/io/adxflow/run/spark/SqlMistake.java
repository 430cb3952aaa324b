package io.adxflow.run.spark;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.EmbeddedText;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;

/** What Spark says about SQL that it cannot compute, as text, place and hint. */
final class SqlMistake {
    private final AnalysisException mistake;

    SqlMistake(AnalysisException mistake) {
        this.mistake = mistake;
    }

    /** One line, without Spark's error class and without the plan that it appends. */
    String text() {
        if (isUnknownColumn()) {
            return "there is no column '" + unquoted(parameter("objectName")) + "'";
        }
        String first = mistake.getMessage().lines().findFirst().orElse("");
        String message = first.replaceFirst("^\\[[A-Z_.0-9]+] ", "").replaceFirst("; line \\d+ pos \\d+;?$", "");
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }

    /** Where it is in the SQL: from the place that Spark names to the end of the word. */
    Span span(EmbeddedText sql) {
        if (mistake.line().isEmpty() || mistake.startPosition().isEmpty()) {
            return new Span(0, sql.text().length());
        }
        int line = (Integer) mistake.line().get();
        int start =
                lineStart(sql.text(), line) + (Integer) mistake.startPosition().get();
        int end = start;
        while (end < sql.text().length() && isPartOfName(sql.text().charAt(end))) {
            end++;
        }
        return new Span(start, Math.max(end, Math.min(start + 1, sql.text().length())));
    }

    Diagnostic withHint(Diagnostic diagnostic) {
        return hint().map(diagnostic::withHint).orElse(diagnostic);
    }

    private Optional<String> hint() {
        String proposal = parameter("proposal");
        if (!isUnknownColumn() || proposal.isEmpty()) {
            return Optional.empty();
        }
        List<String> names =
                Arrays.stream(proposal.split(", ")).map(SqlMistake::unquoted).toList();
        String wanted = unquoted(parameter("objectName"));
        return Optional.of(Suggestion.hint(
                wanted.substring(wanted.lastIndexOf('.') + 1),
                "columns here",
                names.stream()
                        .map(name -> name.substring(name.lastIndexOf('.') + 1))
                        .toList()));
    }

    private boolean isUnknownColumn() {
        return mistake.getErrorClass() != null && mistake.getErrorClass().startsWith("UNRESOLVED_COLUMN");
    }

    private String parameter(String name) {
        return mistake.getMessageParameters().getOrDefault(name, "");
    }

    private static String unquoted(String name) {
        return name.replace("`", "");
    }

    private static int lineStart(String text, int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start;
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '`';
    }
}
