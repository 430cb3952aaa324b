package io.adxflow.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.golden.GoldenCase;
import io.adxflow.golden.GoldenCases;
import io.adxflow.job.model.CheckedJob;
import io.adxflow.job.model.Environment;
import io.adxflow.job.model.JobProblem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A case has a job in {@code yaml} or an {@code environment}, and then the {@code plan} or the {@code error}. */
class JobCasesTest {
    /** What goes wrong before there is a text, or with a text that is too long to show; other tests tell. */
    private static final Set<JobProblem> WITHOUT_TEXT =
            EnumSet.of(JobProblem.NO_FILE, JobProblem.UNREADABLE_FILE, JobProblem.TOO_LARGE, JobProblem.TOO_MANY);

    @TestFactory
    Stream<DynamicTest> cases() {
        return GoldenCases.tests("job", JobCasesTest::check);
    }

    @Test
    void everyProblemHasACase() {
        String errors = GoldenCases.in("job").stream()
                .flatMap(golden -> golden.blocks("error").stream())
                .collect(Collectors.joining("\n"));

        assertThat(Arrays.stream(JobProblem.values()).filter(problem -> !WITHOUT_TEXT.contains(problem)))
                .allSatisfy(problem -> assertThat(errors).contains(problem.code() + ":"));
    }

    private static void check(GoldenCase golden) {
        CaseFiles files = new CaseFiles(golden);
        try {
            Environment environment = new Environments(files).load("conf/local.yaml", CaseFiles.JOB);
            if (golden.find("yaml").isPresent()) {
                check(golden, new Jobs(files).check(CaseFiles.JOB, environment, settings(golden)));
            } else {
                golden.check("plan", JobText.of(environment));
            }
        } catch (UserException e) {
            golden.check("error", render(e.diagnostics()));
        }
    }

    private static void check(GoldenCase golden, CheckedJob checked) {
        if (!checked.diagnostics().isEmpty()) {
            golden.check("error", render(checked.diagnostics()));
        }
        assertThat(checked.job().isPresent() || !checked.diagnostics().isEmpty())
                .isTrue();
        checked.job().ifPresent(job -> golden.check("plan", JobText.of(job)));
    }

    private static String render(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
    }

    /** Lines of {@code name=value}, as after {@code --set}. */
    private static Map<String, String> settings(GoldenCase golden) {
        Map<String, String> settings = new LinkedHashMap<>();
        golden.find("set").stream().flatMap(String::lines).forEach(line -> {
            int sign = line.indexOf('=');
            settings.put(line.substring(0, sign), line.substring(sign + 1));
        });
        return settings;
    }
}
