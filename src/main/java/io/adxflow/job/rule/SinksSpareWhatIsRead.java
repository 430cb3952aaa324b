package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.OVERWRITES_SOURCE;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Source;
import io.adxflow.job.model.WriteMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * No sink replaces a file or a Spark table that the job reads: Spark empties the place before it has read it. An ADX table
 * may be read and replaced, because its new rows are staged first.
 */
final class SinksSpareWhatIsRead implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return draft.job().sinks().stream()
                .filter(sink -> sink.mode().value() == WriteMode.REPLACE)
                .flatMap(sink -> victim(sink, draft).stream().map(source -> OVERWRITES_SOURCE
                        .at(sink.name().span(), sink.name(), source.name())
                        .withHint("write to another place")))
                .toList();
    }

    private static Optional<Source> victim(Sink sink, JobDraft draft) {
        Optional<String> written = place(sink);
        return draft.job().sources().stream()
                .filter(source -> written.isPresent() && place(source).equals(written))
                .findFirst();
    }

    private static Optional<String> place(Sink sink) {
        if (sink instanceof Sink.File file) {
            return Optional.of("file " + file.place().location());
        }
        return sink instanceof Sink.SparkTable spark
                ? Optional.of(table(spark.table().value()))
                : Optional.empty();
    }

    private static Optional<String> place(Source source) {
        if (source instanceof Source.File file) {
            return Optional.of("file " + file.place().location());
        }
        return source instanceof Source.SparkTable spark
                ? Optional.of(table(spark.table().value()))
                : Optional.empty();
    }

    private static String table(String name) {
        return "table " + name.toLowerCase(Locale.ROOT);
    }
}
