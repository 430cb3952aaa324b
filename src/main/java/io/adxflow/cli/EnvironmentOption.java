package io.adxflow.cli;

import picocli.CommandLine.Option;

/** Which environment a command works with. */
final class EnvironmentOption {
    @Option(
            names = {"-e", "--env"},
            paramLabel = "ENVIRONMENT",
            defaultValue = "local",
            description = "A name, for conf/NAME.yaml, or a file. Default: ${DEFAULT-VALUE}.")
    private String environment;

    String name() {
        return environment;
    }
}
