package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.KEY_NEEDS_UPSERT;
import static io.adxflow.job.model.JobProblem.NOT_YET;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.WriteMode;
import java.util.List;
import java.util.stream.Stream;

/** A sink is written in a way that can be kept. */
final class WriteModesAreSupported implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return draft.job().sinks().stream()
                .flatMap(sink -> Stream.concat(mode(sink), key(sink)))
                .toList();
    }

    private static Stream<Diagnostic> mode(Sink sink) {
        return switch (sink.mode().value()) {
            case APPEND, REPLACE -> Stream.empty();
            case REPLACE_WINDOW, UPSERT -> Stream.of(NOT_YET.at(
                            sink.mode().span(),
                            "the mode '" + sink.mode().value().word() + "'")
                    .withHint("use append or replace"));
        };
    }

    private static Stream<Diagnostic> key(Sink sink) {
        boolean isWrong = sink instanceof Sink.Adx adx
                && !adx.key().isEmpty()
                && sink.mode().value() != WriteMode.UPSERT;
        return isWrong
                ? Stream.of(KEY_NEEDS_UPSERT
                        .at(((Sink.Adx) sink).key().get(0).span())
                        .withHint("remove 'key:', or ask for 'mode: upsert'"))
                : Stream.empty();
    }
}
