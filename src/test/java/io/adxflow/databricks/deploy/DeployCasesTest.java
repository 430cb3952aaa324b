package io.adxflow.databricks.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.databricks.sdk.service.jobs.CreateJob;
import com.databricks.sdk.service.jobs.JobSettings;
import com.databricks.sdk.service.jobs.SubmitRun;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.json.IndentedJson;
import io.adxflow.base.json.Json;
import io.adxflow.databricks.Wire;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.job.Environments;
import io.adxflow.job.Jobs;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.JobFiles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A case has a job and an environment, and what Databricks is asked for: {@code job}, {@code submit}, {@code bundle}. The
 * classes of its SDK read every request of every case.
 */
class DeployCasesTest {
    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCases.tests("deploy", DeployCasesTest::check);
    }

    @Test
    void whatDoesNotFitTheSchemaIsFound() {
        Map<String, Object> cluster = Map.of("spark_version", "16.4", "num_workers", 0, "colour", "red");
        Map<String, Object> body =
                Map.of("name", 1, "tasks", List.of(), "job_clusters", List.of(Map.of("new_cluster", cluster)));

        assertThat(SchemaCheck.problems("job", body))
                .contains(
                        "$.name is no string",
                        "$.tasks has fewer than 1 items",
                        "$.job_clusters[0].job_cluster_key is missing",
                        "$.job_clusters[0].new_cluster.colour is unknown",
                        "$.job_clusters[0].new_cluster.num_workers is less than 1",
                        "$.job_clusters[0].new_cluster.data_security_mode is missing",
                        "$.job_clusters[0].new_cluster.spark_version does not match [0-9]+\\.[0-9]+\\.x-scala2\\.12");
    }

    private static void check(GoldenCase golden) {
        JobFiles files = new Files(golden);
        try {
            Environment environment = new Environments(files).load("conf/prod.yaml", "jobs/case.yaml");
            DeployedJob deployed = DeployedJob.of(
                    new Jobs(files).load("jobs/case.yaml", environment, Map.of()),
                    environment,
                    Map.of(),
                    "adxflow-job-1.0.jar",
                    "r1");
            deployed.dataFiles();
            check(golden, deployed);
        } catch (UserException e) {
            golden.check(
                    "error", e.diagnostics().stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
        }
    }

    private static void check(GoldenCase golden, DeployedJob deployed) {
        Wire.require(Json.write(JobBody.create(deployed)), CreateJob.class);
        Wire.require(Json.write(JobBody.settings(JobBody.create(deployed))), JobSettings.class);
        Wire.require(Json.write(JobBody.submit(deployed, "a-token")), SubmitRun.class);
        Wire.require(Json.write(bundled(deployed)), JobSettings.class);
        if (golden.find("job").isPresent()) {
            golden.check("job", IndentedJson.of(SchemaCheck.checked("job", JobBody.create(deployed))));
        }
        if (golden.find("submit").isPresent()) {
            golden.check("submit", IndentedJson.of(SchemaCheck.checked("submit", JobBody.submit(deployed, "a-token"))));
        }
        if (golden.find("bundle").isPresent()) {
            golden.check("bundle", BlockYaml.of(SchemaCheck.checked("bundle", Bundle.of(List.of(deployed)))));
        }
    }

    /** The job of a bundle is that of the API, but for its permissions. */
    private static Map<?, ?> bundled(DeployedJob deployed) {
        Map<?, ?> resources = (Map<?, ?>) Bundle.of(List.of(deployed)).get("resources");
        Map<?, ?> jobs = (Map<?, ?>) resources.get("jobs");
        Map<?, ?> job =
                new LinkedHashMap<>((Map<?, ?>) jobs.get(deployed.job().name().value()));
        job.remove("permissions");
        return job;
    }

    private record Files(GoldenCase golden) implements JobFiles {
        @Override
        public SourceText read(String location) {
            String block = location.startsWith("conf/") ? "environment" : "yaml";
            return new SourceText(location, golden.block(block) + "\n");
        }

        @Override
        public Optional<Boolean> exists(String location) {
            return Optional.of(true);
        }
    }
}
