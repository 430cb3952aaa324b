package io.adxflow.run.report;

import io.adxflow.run.model.CheckResult;
import io.adxflow.run.model.RunPhase;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.model.SinkResult;
import io.adxflow.run.model.SourceResult;
import io.adxflow.run.model.StepResult;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The result of a run for people at a terminal. */
public final class TextReport {
    private TextReport() {}

    public static String of(RunResult result) {
        StringBuilder text = new StringBuilder();
        text.append(tables(result)).append('\n');
        text.append(checks(result));
        text.append(sinks(result)).append('\n');
        text.append(time(result)).append('\n');
        text.append(result.plan().job())
                .append(": ")
                .append(Words.outcome(result))
                .append(" in ")
                .append(Words.seconds(result.duration()))
                .append(" (run ")
                .append(result.runId())
                .append(")\n");
        return text.toString();
    }

    private static String tables(RunResult result) {
        TextTable table = TextTable.of("table", "is a", "rows").withNumbersIn(2);
        for (SourceResult source : result.sources()) {
            table.row(source.name(), "source (" + source.kind() + ")", Words.rows(source.rows()));
        }
        for (StepResult step : result.steps()) {
            table.row(step.name(), "step (" + step.kind() + ")", Words.rows(step.rows()));
        }
        return table.render();
    }

    private static String checks(RunResult result) {
        if (result.checks().isEmpty()) {
            return "";
        }
        TextTable table = TextTable.of("check of", "condition", "failed", "of", "then")
                .withNumbersIn(2)
                .withNumbersIn(3);
        for (CheckResult check : result.checks()) {
            table.row(
                    check.step(),
                    Words.oneLine(check.condition()),
                    Words.rows(check.failed()),
                    Words.rows(check.rows()),
                    check.failed() == 0 ? "passed" : Words.lower(check.otherwise()));
        }
        return table.render() + samples(result) + "\n";
    }

    private static String samples(RunResult result) {
        return result.checks().stream()
                .filter(check -> !check.sample().isEmpty())
                .map(check -> "  rows of '" + check.step() + "' that fail " + Words.oneLine(check.condition()) + ":\n"
                        + check.sample().stream()
                                .map(row -> "    " + row + "\n")
                                .collect(Collectors.joining()))
                .collect(Collectors.joining());
    }

    private static String sinks(RunResult result) {
        TextTable table = TextTable.of("sink", "from", "mode", "rows", "time", "outcome")
                .withNumbersIn(3)
                .withNumbersIn(4);
        for (SinkResult sink : result.sinks()) {
            table.row(
                    sink.name(),
                    sink.from(),
                    sink.mode(),
                    Words.rows(sink.rows()),
                    Words.seconds(sink.duration()),
                    sink.outcome().text());
        }
        return table.isEmpty() ? "" : table.render();
    }

    private static String time(RunResult result) {
        return Arrays.stream(RunPhase.values())
                .filter(phase -> result.time().containsKey(phase))
                .map(phase -> phase.text() + " " + Words.seconds(result.time().getOrDefault(phase, Duration.ZERO)))
                .collect(Collectors.joining(" · ", "time: ", "\n"));
    }
}
