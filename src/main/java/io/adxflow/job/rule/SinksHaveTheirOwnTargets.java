package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.SAME_TARGET;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Check;
import io.adxflow.job.model.Job;
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
            target(sink).ifPresent(target -> {
                String owner = owners.putIfAbsent(target, sink.name().value());
                if (owner != null) {
                    found.add(SAME_TARGET.at(
                            sink.name().span(), owner, sink.name().value(), target.substring(0, target.indexOf(' '))));
                }
            });
        }
        quarantines(draft.job()).forEach(table -> {
            String owner = owners.get("table " + table.value());
            if (owner != null) {
                found.add(SAME_TARGET.at(table.span(), owner, table.value(), "table"));
            }
        });
        return found;
    }

    private static List<Text> quarantines(Job job) {
        return job.checks().stream().map(Check::into).flatMap(Optional::stream).toList();
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
