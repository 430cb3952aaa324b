package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.SAME_TARGET;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** No two sinks write the same place, because the second would undo what the first has done. A quarantine is a sink too. */
final class SinksHaveTheirOwnTargets implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        Map<String, String> owners = new HashMap<>();
        List<Diagnostic> found = new ArrayList<>();
        for (Sink sink : draft.job().sinks()) {
            String who = "the sink '" + sink.name() + "'";
            target(sink).ifPresent(target -> add(owners.putIfAbsent(target, who), who, target, sink.name(), found));
        }
        for (Check check : draft.job().checks()) {
            String who = "the quarantine of '" + check.step() + "'";
            check.into().ifPresent(table -> add(owners.get("table " + table), who, "table " + table, table, found));
        }
        return found;
    }

    private static void add(String owner, String who, String target, Text place, List<Diagnostic> found) {
        if (owner != null) {
            found.add(SAME_TARGET.at(place.span(), owner, who, target.substring(0, target.indexOf(' '))));
        }
    }

    /** What is written, as a text that two sinks share when they write the same; empty when that cannot be known. */
    private static Optional<String> target(Sink sink) {
        if (sink instanceof Sink.Adx adx) {
            return Optional.of("table " + adx.table().value());
        }
        if (sink instanceof Sink.File file) {
            return Optional.of("file " + file.place().location());
        }
        return sink instanceof Sink.SparkTable spark
                ? Optional.of("catalog-table " + spark.table().value().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
