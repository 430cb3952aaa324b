package io.adxflow.emulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.Problem;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.emulator.command.language.CommandParser;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandRequest;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.kql.language.QueryContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases under {@code src/test/cases/command}: a script of commands, and what each answers. */
class CommandCasesTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCases.tests("command", this::check);
    }

    private void check(GoldenCase golden) throws Exception {
        try (Script script = new Script(Files.createTempDirectory(directory, "store"))) {
            golden.check("answers", script.run(golden.block("script")));
        }
    }

    @Test
    void everyCommandHasACase() {
        String scripts = GoldenCases.in("command").stream()
                .map(golden -> golden.block("script"))
                .collect(Collectors.joining("\n"));
        assertThat(CommandForms.ALL).allSatisfy(form -> assertThat(scripts).containsIgnoringCase(form.words()));
    }

    @Test
    void everyDocumentedCommandIsKnownByName() throws IOException {
        CommandParser parser = new CommandParser(CommandForms.ALL, MissingCommands.ALL);
        Path documented = Path.of("src", "test", "resources", "kusto-commands.txt");
        List<String> words = Files.readAllLines(documented).stream()
                .filter(line -> line.startsWith("."))
                .toList();
        assertThat(words).allSatisfy(command -> assertThat(problem(parser, command))
                .isNotEqualTo(CommandProblem.UNKNOWN_COMMAND));
    }

    private static Problem problem(CommandParser parser, String command) {
        try {
            parser.parse(command);
            return CommandProblem.UNSUPPORTED;
        } catch (UserException e) {
            return e.diagnostics().get(0).problem();
        }
    }

    @Test
    void aMissingDatabaseIsRefused() {
        try (Script script = new Script(directory)) {
            CommandRequest elsewhere =
                    new CommandRequest(".show tables", QueryContext.at(0, "Elsewhere"), CommandRequest.DEFAULT_LIMIT);
            assertThatThrownBy(() -> script.run(elsewhere))
                    .hasMessageContaining("CMD203: Entity name 'Elsewhere' of kind 'Database' does not exist.");
        }
    }

    @Test
    void everyProblemHasACase() {
        String answers = GoldenCases.in("command").stream()
                .flatMap(golden -> golden.find("answers").stream())
                .collect(Collectors.joining("\n"));
        assertThat(CommandProblem.values())
                .allSatisfy(problem -> assertThat(answers).contains(problem.code()));
    }
}
