package io.adxflow.cli;

import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole runs. A case has a job in {@code yaml}, commands in {@code setup}, a file {@code data.csv} in {@code data}, and
 * further {@code arguments}; then what the run says in {@code output} and {@code errors}, and the {@code rows} of each
 * line of {@code query} afterwards.
 */
@Tag("endtoend")
class FlowCasesTest {
    @TempDir
    Path directory;

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCases.tests("flow", this::check);
    }

    private void check(GoldenCase golden) {
        try (FlowRoom room = new FlowRoom(folder(golden))) {
            golden.find("setup").stream()
                    .flatMap(setup -> Arrays.stream(setup.split("\n\n")))
                    .forEach(room::command);
            golden.find("data").ifPresent(data -> room.write("jobs/data.csv", data + "\n"));
            room.write("jobs/case.yaml", golden.block("yaml") + "\n");
            FlowRoom.Said said = room.run(arguments(golden, room));
            golden.check("output", said.out() + "exit " + said.code());
            if (!said.err().isEmpty() || golden.find("errors").isPresent()) {
                golden.check("errors", said.err());
            }
            if (golden.find("query").isPresent()) {
                golden.check(
                        "rows",
                        golden.block("query")
                                .lines()
                                .map(query -> rows(room, query))
                                .collect(Collectors.joining("\n")));
            }
        }
    }

    /** Spark resolves relative paths where the process is, so a case with a file names its job by the whole path. */
    private static String[] arguments(GoldenCase golden, FlowRoom room) {
        String job = (golden.find("data").isPresent() ? room.directory() + "/" : "") + "jobs/case.yaml";
        String rest = golden.find("arguments").orElse("run");
        String[] words = rest.split("\\s+");
        return Stream.concat(Stream.of(words[0], job), Arrays.stream(words).skip(1))
                .toArray(String[]::new);
    }

    private static String rows(FlowRoom room, String query) {
        return "> " + query + "\n" + RowFormat.csv.write(room.query(query));
    }

    private Path folder(GoldenCase golden) {
        try {
            return Files.createDirectories(
                    directory.resolve(golden.path().getFileName().toString().replace(".md", "")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
