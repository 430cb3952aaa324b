package io.adxflow.job.parameter;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.job.model.EmbeddedText;
import java.util.List;

/**
 * A text whose parameters were filled in.
 *
 * @param problems what could not be filled in; places in the file
 * @param isComplete whether every parameter got its value; a lack that was reported elsewhere is no problem here
 */
public record Filled(EmbeddedText text, List<Diagnostic> problems, boolean isComplete) {
    public Filled {
        problems = List.copyOf(problems);
    }
}
