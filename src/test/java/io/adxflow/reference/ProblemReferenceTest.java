package io.adxflow.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.adxflow.base.diagnostic.Problem;
import io.adxflow.golden.GeneratedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of all problems is made from their enums, with a golden case as the example of each. */
class ProblemReferenceTest {
    private static final Path CASES = Path.of("src", "test", "cases");
    private static final Pattern RAISED = Pattern.compile("(?:error|warning) ([A-Z]{3}\\d{3}):");

    private static final List<Problem> PROBLEMS = find();

    @Test
    void everyCodeStandsForOneProblem() {
        assertThat(problems().map(Problem::code)).doesNotHaveDuplicates();
    }

    @Test
    void thePageListsEveryProblem() {
        Map<String, Path> examples = examples();
        String rows = problems()
                .sorted(Comparator.comparing(Problem::code))
                .map(problem -> row(problem, examples))
                .collect(Collectors.joining());

        GeneratedPage.of("problems.md")
                .assertHolds("# Problems\n\n"
                        + "What adxflow says when something has to be repaired, by code. `%s` stands for what the"
                        + " message names. The example is a\n"
                        + "test: the input, and the whole message that it gives.\n\n"
                        + "| code | message | example |\n"
                        + "| --- | --- | --- |\n" + rows);
    }

    private static String row(Problem problem, Map<String, Path> examples) {
        Path example = examples.get(problem.code());
        String link = example == null
                ? ""
                : "[" + example.getFileName().toString().replace(".md", "").replace('-', ' ') + "](../../../../"
                        + example.toString().replace('\\', '/') + ")";
        return "| " + problem.code() + " | " + problem.template().replace("|", "\\|") + " | " + link + " |\n";
    }

    private static Stream<Problem> problems() {
        return PROBLEMS.stream();
    }

    private static List<Problem> find() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.adxflow").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Problem.class))
                        .flatMap(type -> Stream.of(type.reflect().getEnumConstants()))
                        .map(Problem.class::cast)
                        .toList();
    }

    /** By code, the first case that raises it. */
    private static Map<String, Path> examples() {
        Map<String, Path> examples = new TreeMap<>();
        for (Path file : files()) {
            Matcher raised = RAISED.matcher(text(file));
            while (raised.find()) {
                examples.putIfAbsent(raised.group(1), file);
            }
        }
        return examples;
    }

    private static List<Path> files() {
        if (!Files.isDirectory(CASES)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(CASES)) {
            return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
