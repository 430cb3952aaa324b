package io.adxflow.cli;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** In which environment a job runs, and values of its parameters. */
final class JobOptions {
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{[^{}]*}}");

    @Mixin
    private EnvironmentOption environment;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "The value of a parameter; wins over the job and the environment. May be repeated.")
    private Map<String, String> settings = new LinkedHashMap<>();

    String environment() {
        return environment.name();
    }

    /** The values for a run that starts elsewhere and later: references are for Databricks to fill in. */
    Map<String, String> settingsForLater() {
        return Map.copyOf(settings);
    }

    /** Those of them that are known today. */
    Map<String, String> valuesOfToday() {
        Map<String, String> values = new HashMap<>(settings);
        values.values().removeIf(value -> value.contains("{{"));
        return values;
    }

    /** @throws io.adxflow.base.diagnostic.UserException when a value is a reference that Databricks did not know */
    Map<String, String> settings() {
        settings.values().forEach(JobOptions::requireFilled);
        return Map.copyOf(settings);
    }

    /** Databricks passes references that it does not know on as they are, and a job would take them for values. */
    static void requireFilled(String argument) {
        Matcher reference = REFERENCE.matcher(argument);
        if (reference.find()) {
            throw CliProblem.UNFILLED_REFERENCE
                    .with(reference.group())
                    .withHint("Databricks fills in references such as {{job.start_time.iso_date}} and"
                            + " {{job.parameters.day}}, and leaves others as they are")
                    .toException();
        }
    }
}
