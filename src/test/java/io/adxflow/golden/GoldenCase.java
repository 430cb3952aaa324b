package io.adxflow.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Markdown file under {@code src/test/cases}: a title that makes a claim, prose, and fenced blocks, each known by its
 * language. {@code status: gap} under the title says that the claim does not hold yet. A block whose text holds a fence
 * stands between longer fences. With {@code -Dgolden.update=true} a block that differs is rewritten, and one that is
 * missing is added.
 */
public final class GoldenCase {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Pattern BLOCK = Pattern.compile(
            "^(?<fence>`{3,})(?<language>\\w+)[^\\n]*\\n(?<text>.*?)^\\k<fence>$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Path path;
    private final String markdown;

    private GoldenCase(Path path, String markdown) {
        this.path = path;
        this.markdown = markdown;
    }

    static GoldenCase read(Path path) {
        try {
            return new GoldenCase(path, Files.readString(path).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** The first line, without its hash. */
    public String title() {
        return markdown.lines().findFirst().orElse("").replaceFirst("^# *", "");
    }

    /** Whether the case records something that does not work yet. */
    public boolean isGap() {
        return prose().lines().anyMatch("status: gap"::equals);
    }

    /** What stands outside of the blocks. */
    public String prose() {
        return BLOCK.matcher(markdown).replaceAll("");
    }

    /** The first block of a language without its last line break, if there is one. */
    public Optional<String> find(String language) {
        return blocks(language).stream().findFirst();
    }

    /** The first block of a language, which the case must have. */
    public String block(String language) {
        return find(language).orElseThrow(() -> new AssertionError(path + " has no block '" + language + "'"));
    }

    /** All blocks of a language, in order. */
    public List<String> blocks(String language) {
        List<String> found = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(markdown);
        while (matcher.find()) {
            if (matcher.group("language").equals(language)) {
                found.add(withoutLastLineBreak(matcher.group("text")));
            }
        }
        return found;
    }

    /** The first block of a language holds this text; when updating, it is made to. */
    public void check(String language, String actual) {
        String trimmed = actual.stripTrailing();
        if (UPDATE && !isGap()) {
            update(language, trimmed);
        } else {
            assertThat(block(language).stripTrailing())
                    .as(path + ", block " + language)
                    .isEqualTo(trimmed);
        }
    }

    private void update(String language, String actual) {
        if (find(language).map(String::stripTrailing).filter(actual::equals).isPresent()) {
            return;
        }
        try {
            Files.writeString(path, withBlock(read(path).markdown, language, actual));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String withBlock(String markdown, String language, String text) {
        String fence = text.contains("```") ? "````" : "```";
        String block = fence + language + "\n" + text + "\n" + fence;
        Matcher matcher = BLOCK.matcher(markdown);
        while (matcher.find()) {
            if (matcher.group("language").equals(language)) {
                return markdown.substring(0, matcher.start()) + block + markdown.substring(matcher.end());
            }
        }
        return markdown.stripTrailing() + "\n\n" + block + "\n";
    }

    private static String withoutLastLineBreak(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }
}
