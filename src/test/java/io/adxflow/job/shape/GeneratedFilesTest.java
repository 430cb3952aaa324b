package io.adxflow.job.shape;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.IndentedJson;
import io.adxflow.golden.GeneratedPage;
import io.adxflow.job.model.JobProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedFilesTest {
    @Test
    void theSchemaOfJobsIsThatOfTheReader() {
        GeneratedPage.at(Path.of("conf", "job.schema.json")).assertHolds(IndentedJson.of(JsonSchema.of(JobShape.JOB)));
    }

    @Test
    void theSchemaOfEnvironmentsIsThatOfTheReader() {
        GeneratedPage.at(Path.of("conf", "environment.schema.json"))
                .assertHolds(IndentedJson.of(JsonSchema.of(EnvironmentShape.ENVIRONMENT)));
    }

    @Test
    void theReferenceHasEveryKeyAndEveryProblem() {
        String page = "# Jobs and environments: every key\n\n"
                + "This page is made from the model. [Write a job](../how-to/write-a-job.md) tells how to use it.\n\n"
                + KeyTables.of(JobShape.JOB) + "\n"
                + KeyTables.of(EnvironmentShape.ENVIRONMENT) + "\n## Problems\n\n"
                + "The folder `src/test/cases/job` shows each of them with the file that caused it.\n\n"
                + "| code | message |\n| --- | --- |\n" + problems();
        GeneratedPage.of("job.md").assertHolds(page);
    }

    @Test
    void everyJobAndEnvironmentNamesItsSchema() throws IOException {
        for (Path file : yamlFiles()) {
            String first = Files.readAllLines(file).get(0);
            assertThat(first).as(file.toString()).startsWith("# yaml-language-server: $schema=");
            String schema = first.substring(first.indexOf('=') + 1);
            assertThat(file.getParent().resolve(schema).normalize())
                    .as(file.toString())
                    .exists();
        }
    }

    private static List<Path> yamlFiles() throws IOException {
        try (Stream<Path> jobs = Files.list(Path.of("jobs"));
                Stream<Path> environments = Files.list(Path.of("conf"))) {
            return Stream.concat(jobs, environments)
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .toList();
        }
    }

    private static String problems() {
        return Arrays.stream(JobProblem.values())
                .map(problem ->
                        "| " + problem.code() + " | " + problem.template().replace("%s", "…") + " |\n")
                .collect(Collectors.joining());
    }
}
