package io.adxflow.run.spark;

import io.adxflow.adx.client.AdxProblem;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.EmbeddedText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What ADX says about a query, moved to the places of the file that the query stands in. ADX writes {@code
 * [line:position=3:31]} behind the message; the emulator tells each mistake as adxflow does, with its hint.
 */
final class KqlMistakes {
    private static final Pattern OURS = Pattern.compile(
            "query:(\\d+):(\\d+): error (KQL\\d+: [^\\n]*)(?:(?!\\nquery:).)*?(?:\\n *hint: ((?:(?!\\nquery:).)*))?(?=\\nquery:|$)",
            Pattern.DOTALL);
    private static final Pattern THEIRS = Pattern.compile("\\[line:position=(\\d+):(\\d+)]");

    private final String said;
    private final EmbeddedText query;
    private final SourceText file;
    private final SourceText sent;
    private final int skipped;

    /** @param said the message of ADX about the query, which was sent without blanks around it */
    KqlMistakes(String said, EmbeddedText query, SourceText file) {
        this.said = said.strip();
        this.query = query;
        this.file = file;
        this.sent = new SourceText("query", query.text().strip());
        this.skipped = query.text().indexOf(sent.text());
    }

    /** Empty when the message names no place in the query. */
    List<Diagnostic> placed() {
        List<Diagnostic> found = new ArrayList<>();
        Matcher ours = OURS.matcher(said);
        while (ours.find()) {
            Diagnostic mistake = at(ours.toMatchResult(), ours.group(3));
            found.add(ours.group(4) == null ? mistake : mistake.withHint(hint(ours.group(4))));
        }
        Matcher theirs = THEIRS.matcher(said);
        if (found.isEmpty() && theirs.find()) {
            found.add(at(theirs.toMatchResult(), theirs.replaceAll("").strip()));
        }
        return found;
    }

    private Diagnostic at(MatchResult place, String message) {
        int line = Math.min(Integer.parseInt(place.group(1)), sent.lines());
        int start = Math.min(
                sent.lineStart(line) + Integer.parseInt(place.group(2)) - 1,
                sent.text().length());
        int end = start;
        while (end < sent.text().length() && isPartOfName(sent.text().charAt(end))) {
            end++;
        }
        Span inQuery = new Span(start + skipped, Math.max(end, start + 1) + skipped);
        return AdxProblem.BAD_QUERY.at(query.inFile(inQuery), message).in(file);
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static String hint(String lines) {
        return lines.strip().replaceAll("\\n +", "\n");
    }
}
