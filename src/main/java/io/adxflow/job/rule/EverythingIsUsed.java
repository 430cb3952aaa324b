package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.UNUSED;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every source and step leads to a sink. One that does not is no mistake, but seldom meant; so this warns. */
final class EverythingIsUsed implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        Job job = draft.job();
        Set<String> used = Stream.concat(
                        job.steps().stream().flatMap(step -> step.inputs().stream()),
                        job.sinks().stream().map(Sink::from))
                .map(name -> name.value().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean isHalfRead = !draft.isWhole() || job.steps().stream().anyMatch(EverythingIsUsed::isUnreadable);
        if (isHalfRead || !used.stream().allMatch(draft::hasTable)) {
            return List.of();
        }
        Stream<Diagnostic> sources = job.sources().stream()
                .map(Source::name)
                .filter(name -> !isUsed(name, used))
                .map(name -> unused("source", name));
        Stream<Diagnostic> steps = job.steps().stream()
                .map(Step::name)
                .filter(name -> !isUsed(name, used))
                .map(name -> unused("step", name));
        return Stream.concat(sources, steps).toList();
    }

    private static boolean isUnreadable(Step step) {
        return step instanceof Step.Sql sql && !sql.tables().problems().isEmpty();
    }

    private static boolean isUsed(Text name, Set<String> used) {
        return used.contains(name.value().toLowerCase(Locale.ROOT));
    }

    private static Diagnostic unused(String what, Text name) {
        return UNUSED.at(name.span(), what, name.value())
                .asWarning()
                .withHint("read it in a step, write it, or remove it");
    }
}
