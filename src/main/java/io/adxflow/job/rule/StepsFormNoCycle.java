package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.CYCLE;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Step;
import io.adxflow.job.model.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** No step needs itself, directly or through others. Each cycle is told once, with the way around it. */
final class StepsFormNoCycle implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        Job job = draft.job();
        List<Diagnostic> found = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Step step : job.steps()) {
            if (!told.contains(step.name().value())) {
                cycle(job, step, List.of(), new HashSet<>()).ifPresent(path -> {
                    path.forEach(name -> told.add(name));
                    found.add(diagnostic(step, path));
                });
            }
        }
        return found;
    }

    private static Diagnostic diagnostic(Step step, List<String> path) {
        String way = String.join(" → ", path) + " → " + path.get(0);
        return CYCLE.at(step.name().span(), way).withHint("one of them has to do without the other");
    }

    /** The names from a step back to itself, depth first; what was seen without success is not looked at again. */
    private static Optional<List<String>> cycle(Job job, Step step, List<String> before, Set<String> seen) {
        List<String> path = new ArrayList<>(before);
        path.add(step.name().value());
        for (Text input : step.inputs()) {
            if (Job.isNamed(input, path.get(0))) {
                return Optional.of(path);
            }
            Optional<Step> next = job.step(input.value());
            if (next.isPresent() && seen.add(next.get().name().value())) {
                Optional<List<String>> found = cycle(job, next.get(), path, seen);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
