package io.adxflow.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A page of the site's reference that is made from the code; {@code -Dgolden.update=true} writes it anew. */
public final class GeneratedPage {
    private static final Path REFERENCE = Path.of("src", "site", "markdown", "reference");
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private final Path path;

    private GeneratedPage(Path path) {
        this.path = path;
    }

    /** @param name below {@code src/site/markdown/reference} */
    public static GeneratedPage of(String name) {
        return new GeneratedPage(REFERENCE.resolve(name));
    }

    /** A generated file that is not a page of the reference. */
    public static GeneratedPage at(Path path) {
        return new GeneratedPage(path);
    }

    public void assertHolds(String text) {
        try {
            if (UPDATE) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, text);
            }
            assertThat(Files.exists(path) ? Files.readString(path) : "")
                    .as(path + " is made from the code; scripts/golden writes it anew")
                    .isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
