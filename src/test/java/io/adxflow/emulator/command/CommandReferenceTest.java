package io.adxflow.emulator.command;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.golden.GeneratedPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of control commands: the grammar and the comment that stand above each command's record. */
class CommandReferenceTest {
    private static final Path SOURCES = Path.of("src", "main", "java", "io", "adxflow", "emulator", "command");
    private static final Pattern COMMAND = Pattern.compile(
            "(?<grammar>(?:^// .*\\n)+)/\\*\\*(?<comment>.*?)\\*/\\n(?:public )?record",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final String HEAD =
            """
            # Control commands of the emulator

            Made from the code. Commands that are not here are refused by name. `T`, `S` and `D` are names of tables; what
            stands in brackets may be left out, what stands in braces may be repeated. Every `.show` command may be piped into a
            query, and may stand where a query may stand behind `<|`.
            """;

    @Test
    void thePageHoldsEveryCommand() {
        List<String> sections = sections();
        assertThat(sections).hasSizeGreaterThan(25);
        GeneratedPage.of("control-commands.md").assertHolds(HEAD + String.join("", sections));
    }

    /** A heading for each room, then its commands. */
    private static List<String> sections() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            Map<Path, List<String>> rooms = files.filter(Files::isRegularFile)
                    .sorted()
                    .collect(groupingBy(
                            Path::getParent,
                            TreeMap::new,
                            flatMapping(file -> section(file).stream(), Collectors.toList())));
            return rooms.entrySet().stream()
                    .filter(room -> !room.getValue().isEmpty())
                    .flatMap(room -> Stream.concat(
                            Stream.of("\n## " + room.getKey().getFileName() + "\n"), room.getValue().stream()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> section(Path file) {
        try {
            Matcher command = COMMAND.matcher(Files.readString(file));
            return command.find()
                    ? Optional.of(section(command.group("grammar"), command.group("comment")))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(String grammar, String comment) {
        String commands = grammar.lines().map(line -> line.substring(3)).collect(Collectors.joining("\n"));
        String prose = comment.lines()
                .map(line -> line.replaceFirst("^ *\\*? ?", "").strip())
                .takeWhile(line -> !line.startsWith("@"))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "))
                .replaceAll("\\{@code ([^}]*)}", "`$1`");
        return "\n```\n" + commands + "\n```\n" + prose + "\n";
    }
}
