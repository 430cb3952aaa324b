package io.adxflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.job.model.CheckedJob;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.JobFiles;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LongJobTest {
    @Test
    void aChainOfManyStepsIsFine() {
        assertThat(check(chain(500)).job()).isPresent();
    }

    @Test
    void aCircleOfManyStepsIsTold() {
        String circle = chain(500).replace("TABLE s0", "TABLE s500");

        assertThat(check(circle).diagnostics()).extracting(Diagnostic::code).containsOnlyOnce("JOB212");
    }

    @Test
    void moreStepsThanThatAreRefused() {
        assertThat(check(chain(501)).diagnostics())
                .extracting(Diagnostic::message)
                .containsExactly("a job has at most 500 steps, found 501");
    }

    private static String chain(int steps) {
        StringBuilder job = new StringBuilder("name: chain\nread:\n  s0: {table: T}\ntransform:\n");
        for (int i = steps; i > 0; i--) {
            job.append("  s").append(i).append(": TABLE s").append(i - 1).append('\n');
        }
        return job.append("write:\n  X: {from: s")
                .append(steps)
                .append(", mode: replace}\n")
                .toString();
    }

    private static CheckedJob check(String job) {
        Files files = new Files(job);
        Environment environment = new Environments(files).load("conf/local.yaml", "jobs/chain.yaml");
        return new Jobs(files).check("jobs/chain.yaml", environment, Map.of());
    }

    private record Files(String job) implements JobFiles {
        @Override
        public SourceText read(String location) {
            return new SourceText(
                    location,
                    location.startsWith("jobs/")
                            ? job
                            : "adx: {cluster: 'http://localhost:1', database: D, engine: builtin, emulator: true}");
        }

        @Override
        public Optional<Boolean> exists(String location) {
            return Optional.of(true);
        }
    }
}
