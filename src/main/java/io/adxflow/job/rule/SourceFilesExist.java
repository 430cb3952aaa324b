package io.adxflow.job.rule;

import static io.adxflow.job.model.JobProblem.NO_SOURCE_FILE;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.FilePlace;
import io.adxflow.job.model.JobDraft;
import io.adxflow.job.model.JobFiles;
import io.adxflow.job.model.Source;
import java.util.List;

/** A file that a job reads is there, as far as that can be seen from here. */
record SourceFilesExist(JobFiles files) implements JobRule {
    @Override
    public List<Diagnostic> check(JobDraft draft) {
        return draft.job().sources().stream()
                .filter(Source.File.class::isInstance)
                .map(source -> ((Source.File) source).place())
                .filter(place -> !files.exists(place.location()).orElse(true))
                .map(SourceFilesExist::missing)
                .toList();
    }

    private static Diagnostic missing(FilePlace place) {
        String hint = place.location().equals(place.written())
                ? "relative paths begin at the folder of the job file"
                : "looked for it at " + place.location() + "; relative paths begin at the folder of the job file";
        return NO_SOURCE_FILE.at(place.span(), place.written()).withHint(hint);
    }
}
