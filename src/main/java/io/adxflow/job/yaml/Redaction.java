package io.adxflow.job.yaml;

import io.adxflow.base.diagnostic.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An environment file as diagnostics may show it: what stands behind a key that sounds like a secret is covered, unless it
 * is the name of one. People do write secrets into files, and an error message must not carry them into a log.
 */
final class Redaction {
    private static final String WORD = "[\\w\"'.-]{0,60}";
    private static final String KEY =
            WORD + "(?:key|secret|token|passw|pwd|credential)" + WORD + "[ \\t]{0,60}:[ \\t]{0,60}";
    private static final String NO_REFERENCE = "(?![\"']?\\{\\{\\s*secrets/)";
    private static final Pattern SECRET =
            Pattern.compile("(" + KEY + ")" + NO_REFERENCE + "([^\\r\\n]+)", Pattern.CASE_INSENSITIVE);

    private Redaction() {}

    /** The same text with stars, character for character, so that places stay true. */
    static SourceText of(SourceText file) {
        Matcher matcher = SECRET.matcher(file.text());
        String shown = matcher.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + "*".repeat(found.group(2).length())));
        return new SourceText(file.name(), shown);
    }
}
