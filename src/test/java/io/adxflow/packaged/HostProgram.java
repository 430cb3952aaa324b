package io.adxflow.packaged;

import io.adxflow.Main;
import org.apache.spark.sql.SparkSession;

/** A Spark application that runs a job and goes on with its own work: nothing may end it or its session. */
public final class HostProgram {
    private HostProgram() {}

    public static void main(String[] arguments) {
        Main.main(arguments);
        long rows = SparkSession.builder().getOrCreate().range(7).count();
        System.out.println("the host goes on with " + rows + " rows");
    }
}
