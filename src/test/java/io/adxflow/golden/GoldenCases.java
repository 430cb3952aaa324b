package io.adxflow.golden;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** Finds the golden cases of an area, and makes one test of each. */
public final class GoldenCases {
    private static final Path ROOT = Path.of("src", "test", "cases");

    private GoldenCases() {}

    /** All cases of a folder under {@code src/test/cases}, such as {@code kql/syntax}, in the order of their paths. */
    public static List<GoldenCase> in(String folder) {
        Path root = ROOT.resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(GoldenCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One test per case, named by its path and linked to its file; for a {@code @TestFactory}. */
    public static Stream<DynamicTest> tests(String folder, ThrowingConsumer<GoldenCase> test) {
        return in(folder).stream()
                .map(golden ->
                        DynamicTest.dynamicTest(name(golden), golden.path().toUri(), () -> run(golden, test)));
    }

    private static String name(GoldenCase golden) {
        return ROOT.relativize(golden.path()).toString().replaceFirst("\\.md$", "");
    }

    private static void run(GoldenCase golden, ThrowingConsumer<GoldenCase> test) throws Throwable {
        if (golden.isGap()) {
            assertThatThrownBy(() -> test.accept(golden))
                    .as("a gap fails; where it does not, the line 'status: gap' goes")
                    .isNotNull();
        } else {
            test.accept(golden);
        }
    }
}
