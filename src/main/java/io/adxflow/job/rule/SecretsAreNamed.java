package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.LITERAL_SECRET;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.Job;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.Setting;
import io.adxflow.job.model.Sink;
import io.adxflow.job.model.Source;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An option that sounds like a secret has the name of one, and not its value. */
final class SecretsAreNamed implements JobRule {
    private static final Pattern SECRET = Pattern.compile(
            ".*(passw|pwd|secret|token|credential|(account|access|app|api|private|shared)[-_.]?key).*",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return options(draft.job())
                .flatMap(options -> options.entrySet().stream())
                .filter(option -> SECRET.matcher(option.getKey()).matches())
                .filter(option -> option.getValue() instanceof Setting.Plain)
                .map(option -> LITERAL_SECRET
                        .at(option.getValue().span(), option.getKey())
                        .withHint("write its name: \"{{secrets/<scope>/<key>}}\""))
                .toList();
    }

    private static Stream<Map<String, Setting>> options(Job job) {
        return Stream.concat(
                job.sources().stream().map(Source::options),
                job.sinks().stream().map(Sink::options));
    }
}
