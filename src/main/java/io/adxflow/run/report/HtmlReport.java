package io.adxflow.run.report;

import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.RequestIds;
import io.adxflow.run.model.RunPhase;
import io.adxflow.run.model.RunPlan.PlannedSource;
import io.adxflow.run.model.RunPlan.PlannedStep;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.model.SinkResult;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The result of a run as one HTML page that needs nothing else: no script, no font, no request. */
public final class HtmlReport {
    private static final String STYLE =
            """
            body{font:15px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1c2733}
            h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .5rem}
            table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #dde3ea;vertical-align:top}
            th{font-weight:600;color:#5b6b7b}.n{text-align:right;font-variant-numeric:tabular-nums}
            pre{background:#f5f7f9;padding:.6rem .8rem;border-radius:4px;white-space:pre-wrap;overflow-wrap:anywhere;margin:.2rem 0}
            .good{color:#1a7f4b}.bad{color:#b3261e}.bar{background:#4a7fb5;height:.7rem;border-radius:2px}
            svg{width:100%;margin:1rem 0;max-height:26rem}svg rect{fill:#f5f7f9;stroke:#8fa1b3}svg path{fill:none;stroke:#8fa1b3}
            svg text{font-size:12px;fill:#5b6b7b}svg .t{font-size:13px;font-weight:600;fill:#1c2733}
            @media(prefers-color-scheme:dark){body{background:#14191f;color:#dce3ea}pre{background:#1e252d}th,td{border-color:#2c3640}svg rect{fill:#1e252d}svg .t{fill:#dce3ea}}
            """;

    private HtmlReport() {}

    public static String of(RunResult result) {
        return """
                <!DOCTYPE html>
                <html lang="en"><head><meta charset="utf-8"><title>%1$s: %2$s</title><style>
                %3$s</style></head><body>
                <h1>%1$s: <span class="%4$s">%2$s</span></h1>
                <p>%5$s · %6$s · environment %7$s · engine %8$s · run %9$s</p>
                %10$s%16$s%11$s%12$s%13$s%14$s%15$s%17$s</body></html>
                """
                .formatted(
                        Html.text(result.plan().job()),
                        Words.outcome(result),
                        STYLE,
                        result.succeeded() ? "good" : "bad",
                        result.startedAt().truncatedTo(ChronoUnit.SECONDS),
                        Words.seconds(result.duration()),
                        Html.text(result.plan().environment()),
                        Html.text(result.plan().engine()),
                        result.runId(),
                        failure(result),
                        sinks(result),
                        checks(result),
                        steps(result),
                        sources(result),
                        time(result),
                        GraphSvg.of(result),
                        requests(result));
    }

    private static String requests(RunResult result) {
        return "<p>ADX knows the reads, writes and commands of this run by client request ids that begin with <code>"
                + Html.text(RequestIds.prefix(result.runId())) + "</code>.</p>\n";
    }

    private static String failure(RunResult result) {
        return result.failure().map(failure -> Html.pre(failure.message())).orElse("");
    }

    private static String sinks(RunResult result) {
        return Html.table(
                "Sinks",
                List.of("sink", "from", "mode", "#rows", "#time", "outcome", "commit"),
                result.sinks().stream().map(HtmlReport::sink).toList());
    }

    private static List<String> sink(SinkResult sink) {
        return List.of(
                Html.text(sink.name()),
                Html.text(sink.from()),
                sink.mode(),
                Words.rows(sink.rows()),
                Words.seconds(sink.duration()),
                sink.outcome().text(),
                sink.commitId());
    }

    private static String checks(RunResult result) {
        return Html.table(
                "Checks",
                List.of("step", "condition", "#failed", "#of", "then", "some rows"),
                result.checks().stream().map(HtmlReport::check).toList());
    }

    private static List<String> check(CheckResult check) {
        return List.of(
                Html.text(check.step()),
                Html.text(check.condition()),
                Words.rows(check.failed()),
                Words.rows(check.rows()),
                check.failed() == 0 ? "passed" : Words.lower(check.otherwise()),
                check.sample().isEmpty() ? "" : Html.pre(String.join("\n", check.sample())));
    }

    private static String steps(RunResult result) {
        return Html.table(
                "Steps",
                List.of("step", "reads", "#rows", "what it computes"),
                result.plan().steps().stream()
                        .map(step -> List.of(
                                Html.text(step.name()),
                                Html.text(String.join(", ", step.inputs())),
                                Words.rows(rows(result, step)),
                                Html.pre(step.text())))
                        .toList());
    }

    private static OptionalLong rows(RunResult result, PlannedStep step) {
        return result.steps().stream()
                .filter(found -> found.name().equals(step.name()))
                .findFirst()
                .map(found -> found.rows())
                .orElse(OptionalLong.empty());
    }

    private static String sources(RunResult result) {
        return Html.table(
                "Sources",
                List.of("source", "read by", "#rows", "what is read"),
                result.plan().sources().stream()
                        .map(source -> List.of(
                                Html.text(source.name()),
                                Html.text(String.join(", ", source.consumers())),
                                Words.rows(rows(result, source)),
                                Html.pre(source.read())))
                        .toList());
    }

    private static OptionalLong rows(RunResult result, PlannedSource source) {
        return result.sources().stream()
                .filter(found -> found.name().equals(source.name()))
                .findFirst()
                .map(found -> found.rows())
                .orElse(OptionalLong.empty());
    }

    private static String time(RunResult result) {
        long longest = result.time().values().stream()
                .mapToLong(Duration::toMillis)
                .max()
                .orElse(1);
        return Arrays.stream(RunPhase.values())
                .filter(phase -> result.time().containsKey(phase))
                .map(phase -> {
                    Duration spent = result.time().getOrDefault(phase, Duration.ZERO);
                    long width = 100 * spent.toMillis() / Math.max(1, longest);
                    return "<tr><td>" + phase.text() + "</td><td class=\"n\">" + Words.seconds(spent)
                            + "</td><td style=\"width:60%\"><div class=\"bar\" style=\"width:" + width
                            + "%\"></div></td></tr>\n";
                })
                .collect(Collectors.joining("", "<h2>Time</h2><table>\n", "</table>\n"));
    }
}
