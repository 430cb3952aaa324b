package io.adxflow.cli;

import io.adxflow.secret.entra.Cloud;
import picocli.CommandLine.Option;

/** Which cloud of Azure a command is about. */
final class CloudOption {
    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            defaultValue = "public",
            converter = CloudWord.class,
            completionCandidates = CloudWord.Words.class,
            description = "One of ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Cloud cloud;

    Cloud value() {
        return cloud;
    }
}
