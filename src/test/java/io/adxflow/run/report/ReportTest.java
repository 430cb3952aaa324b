package io.adxflow.run.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.json.Json;
import io.adxflow.job.model.Otherwise;
import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.Outcome;
import io.adxflow.run.model.RunFailure;
import io.adxflow.run.model.RunPhase;
import io.adxflow.run.model.RunPlan;
import io.adxflow.run.model.RunPlan.PlannedSink;
import io.adxflow.run.model.RunPlan.PlannedSource;
import io.adxflow.run.model.RunPlan.PlannedStep;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.model.SinkResult;
import io.adxflow.run.model.SourceResult;
import io.adxflow.run.model.StepResult;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final String RUN = "0123456789abcdef0123456789abcdef";

    private final RunPlan plan = new RunPlan(
            "winds",
            "",
            "local",
            "builtin",
            "http://localhost:8642",
            "NetDefaultDB",
            List.of(new PlannedSource("storms", "kql", "Storms | where Name <> '<b>'", "streamed", List.of("winds"))),
            List.of(new PlannedStep("winds", "sql", "SELECT 1", List.of("storms"), List.of(), false)),
            List.of(new PlannedSink("Winds", "winds", "adx", "append", "moved")));

    private final RunResult result = new RunResult(
            plan,
            RUN,
            Instant.parse("2026-01-02T03:04:05Z"),
            Duration.ofMillis(1_250),
            List.of(new SourceResult("storms", "kql", "Storms", OptionalLong.empty())),
            List.of(new StepResult("winds", "sql", OptionalLong.of(12_345))),
            List.of(new CheckResult("winds", "Wind > 0", Otherwise.WARN, 12_345, 1, List.of("{\"Wind\":-1}"))),
            List.of(new SinkResult(
                    "Winds", "winds", "adx", "append", 12_345, Outcome.COMMITTED, RUN, Duration.ofMillis(500))),
            Map.of(RunPhase.STAGE, Duration.ofMillis(900), RunPhase.COMMIT, Duration.ofMillis(100)),
            Optional.empty());

    @Test
    void theTextTellsTablesChecksSinksAndTime() {
        assertThat(TextReport.of(result))
                .isEqualTo(
                        """
                        table    is a             rows
                        storms   source (kql)        -
                        winds    step (sql)     12,345

                        check of   condition   failed       of   then
                        winds      Wind > 0         1   12,345   warn
                          rows of 'winds' that fail Wind > 0:
                            {"Wind":-1}

                        sink    from    mode       rows    time   outcome
                        Winds   winds   append   12,345   0.5 s   committed

                        time: stage 0.9 s · commit 0.1 s

                        winds: done in 1.3 s (run 0123456789abcdef0123456789abcdef)
                        """);
    }

    @Test
    void aPlanForMachinesHasWhatThePlanHasAndTheNextTimes() {
        String json = PlanJson.of(plan, List.of(ZonedDateTime.parse("2026-01-02T06:30:00+01:00[Europe/Berlin]")));
        assertThat(Json.read(json))
                .isEqualTo(
                        Json.read(
                                """
                {"job":"winds","description":"","environment":"local","engine":"builtin",
                 "cluster":"http://localhost:8642","database":"NetDefaultDB",
                 "sources":[{"name":"storms","kind":"kql","reads":"Storms | where Name <> '<b>'",
                             "path":"streamed","consumers":["winds"]}],
                 "steps":[{"name":"winds","kind":"sql","text":"SELECT 1","inputs":["storms"],
                           "checks":[],"kept":false}],
                 "sinks":[{"name":"Winds","from":"winds","kind":"adx","mode":"append","commit":"moved"}],
                 "next_times":["2026-01-02T06:30:00+01:00"]}"""));
    }

    @Test
    void theJsonHasTheSameForMachines() {
        assertThat(Json.read(JsonReport.of(result)))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("outcome", "done")
                .containsEntry("duration_ms", 1_250L)
                .containsEntry("failure", null)
                .containsEntry("time_ms", Map.of("stage", 900L, "commit", 100L))
                .containsKeys("sources", "steps", "checks", "sinks");
    }

    @Test
    void thePageEscapesAndNeedsNothingElse() {
        assertThat(HtmlReport.of(result))
                .contains("Storms | where Name &lt;&gt; &#39;&lt;b&gt;&#39;")
                .contains("12,345")
                .doesNotContain("<script", "http://", "https://", "src=");
    }

    @Test
    void thePageDrawsWhichTableCameFromWhich() {
        assertThat(HtmlReport.of(result))
                .containsSubsequence(
                        "<svg",
                        "<path d=\"M151 23 C181 23 181 23 211 23\"",
                        "<path d=\"M361 23 C391 23 391 23 421 23\"",
                        ">storms<",
                        ">winds<",
                        ">Winds<",
                        "</svg>");
    }

    @Test
    void aFailureIsNamedEverywhere() {
        RunResult failed = new RunResult(
                plan,
                RUN,
                result.startedAt(),
                result.duration(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Optional.of(new RunFailure(RunFailure.Kind.WORLD, "ADX <is> down")));

        assertThat(TextReport.of(failed)).contains("winds: failed in");
        assertThat(JsonReport.of(failed)).contains("\"failure\":\"ADX <is> down\"");
        assertThat(HtmlReport.of(failed)).contains("ADX &lt;is&gt; down");
    }
}
