package io.adxflow.job.yaml;

import io.adxflow.base.diagnostic.SourceText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file as diagnostics may show it: what stands behind a key that sounds like a secret is covered, unless it is the name
 * of one. People do write secrets into files, and an error message must not carry them into a log.
 */
final class Redaction {
    private static final String OF_JOBS = "passw|pwd|secret|token|credential|[a-z0-9][-_.]?key";
    private static final String OF_ENVIRONMENTS = OF_JOBS + "|key";
    private static final Pattern IN_JOBS = covering(OF_JOBS);
    private static final Pattern IN_ENVIRONMENTS = covering(OF_ENVIRONMENTS);

    private Redaction() {}

    static SourceText ofJob(SourceText file) {
        return covered(file, IN_JOBS);
    }

    static SourceText ofEnvironment(SourceText file) {
        return covered(file, IN_ENVIRONMENTS);
    }

    private static Pattern covering(String words) {
        String key = "(?:" + words + ")[\\w\"'.-]{0,60}[ \\t]{0,60}:[ \\t]{1,60}";
        return Pattern.compile("(" + key + ")(?![\"']?\\{\\{\\s*secrets/)([^\\r\\n]+)", Pattern.CASE_INSENSITIVE);
    }

    /** The same text with stars, character for character, so that places stay true. */
    private static SourceText covered(SourceText file, Pattern secret) {
        Matcher matcher = secret.matcher(file.text());
        String shown = matcher.replaceAll(found -> Matcher.quoteReplacement(
                found.group(1) + "*".repeat(found.group(2).length())));
        return new SourceText(file.name(), shown);
    }
}
