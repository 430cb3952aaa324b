package io.adxflow.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** In which environment a job runs, and values of its parameters. */
final class JobOptions {
    @Option(
            names = {"-e", "--env"},
            paramLabel = "ENVIRONMENT",
            defaultValue = "local",
            description = "A name, for conf/NAME.yaml, or a file. Default: ${DEFAULT-VALUE}.")
    private String environment;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "The value of a parameter; wins over the job and the environment. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    String environment() {
        return environment;
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }
}
