package io.adxflow;

import io.adxflow.cli.FlowCommand;
import io.adxflow.cli.Wiring;

/**
 * Where the process begins. On a workstation the exit code tells the outcome; inside a Spark application that is not
 * ours to end (a Databricks cluster, spark-submit) a failure is thrown and the process is left alone.
 */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        if (Wiring.hostedBySpark()) {
            FlowCommand.runHosted(arguments);
        } else {
            System.exit(FlowCommand.run(arguments));
        }
    }
}
