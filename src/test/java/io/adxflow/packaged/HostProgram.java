package io.adxflow.packaged;

import io.adxflow.Main;
import io.adxflow.databricks.FakeDbutils;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * A Spark application that runs a job and goes on with its own work: nothing may end it or its session. It has secrets as
 * a Databricks cluster has them, and tells which libraries it finds.
 */
public final class HostProgram {
    private static final List<String> LIBRARIES = List.of(
            "com/databricks/sdk/WorkspaceClient",
            "com/google/common/collect/ImmutableList",
            "com/google/protobuf/Message",
            "okhttp3/OkHttpClient");

    private HostProgram() {}

    public static void main(String[] arguments) {
        FakeDbutils.install((scope, key) -> scope + "-" + key);
        Main.main(arguments);
        SparkSession session = SparkSession.builder().getOrCreate();
        System.out.println("the host goes on with " + session.range(7).count() + " rows on Spark " + session.version());
        LIBRARIES.forEach(name -> System.out.println(ClassLoader.getSystemResource(name + ".class")));
    }
}
