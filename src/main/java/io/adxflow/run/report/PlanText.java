package io.adxflow.run.report;

import io.adxflow.run.model.RunPlan;
import io.adxflow.run.model.RunPlan.PlannedSink;
import io.adxflow.run.model.RunPlan.PlannedSource;
import io.adxflow.run.model.RunPlan.PlannedStep;
import java.util.stream.Collectors;

/** A plan for people: what is read and how, what is computed from what, what is written and how it becomes visible. */
public final class PlanText {
    private PlanText() {}

    public static String of(RunPlan plan) {
        StringBuilder text = new StringBuilder();
        text.append("job          ").append(plan.job()).append('\n');
        if (!plan.description().isBlank()) {
            text.append("             ")
                    .append(Words.oneLine(plan.description()))
                    .append('\n');
        }
        text.append("environment  ").append(plan.environment()).append('\n');
        text.append("adx          ")
                .append(plan.cluster())
                .append(", database ")
                .append(plan.database());
        text.append(", engine ").append(plan.engine()).append('\n');
        text.append("\nread\n");
        plan.sources().forEach(source -> text.append(source(source)));
        text.append("\ntransform\n");
        plan.steps().forEach(step -> text.append(step(step)));
        text.append("\nwrite\n");
        plan.sinks().forEach(sink -> text.append(sink(sink)));
        return text.toString();
    }

    private static String source(PlannedSource source) {
        return "  " + source.name() + " (" + source.kind() + ") → "
                + (source.consumers().isEmpty() ? "nothing; not read" : String.join(", ", source.consumers()))
                + (source.consumers().size() > 1 ? "; rows are kept for the second use" : "") + "\n"
                + "    " + source.path() + "\n" + indented(source.read());
    }

    private static String step(PlannedStep step) {
        String checks = step.checks().stream()
                .map(check -> "    check " + Words.oneLine(check) + "\n")
                .collect(Collectors.joining());
        return "  " + step.name() + " (" + step.kind() + ") ← " + String.join(", ", step.inputs())
                + (step.kept() ? "; computed once, rows are kept" : "") + "\n" + indented(step.text()) + checks;
    }

    private static String sink(PlannedSink sink) {
        return "  " + sink.name() + " (" + sink.kind() + ", " + sink.mode() + ") ← " + sink.from() + "\n    "
                + sink.commit() + "\n";
    }

    private static String indented(String text) {
        return text.lines().map(line -> "      " + line + "\n").collect(Collectors.joining());
    }
}
