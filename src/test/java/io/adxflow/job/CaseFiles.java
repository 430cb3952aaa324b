package io.adxflow.job;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.golden.GoldenCase;
import io.adxflow.job.model.JobFiles;
import java.util.Optional;

/** The files of a golden case: its job, its environment or an emulator's, and any data but {@code missing.csv}. */
record CaseFiles(GoldenCase golden) implements JobFiles {
    static final String JOB = "jobs/case.yaml";

    private static final String EMULATOR =
            """
            adx:
              cluster: http://localhost:8642
              database: NetDefaultDB
              engine: builtin
              emulator: true
            """;

    @Override
    public SourceText read(String location) {
        String text = location.equals(JOB)
                ? golden.block("yaml") + "\n"
                : golden.find("environment").map(found -> found + "\n").orElse(EMULATOR);
        return new SourceText(location, text);
    }

    @Override
    public Optional<Boolean> exists(String location) {
        return Optional.of(!location.endsWith("missing.csv"));
    }
}
