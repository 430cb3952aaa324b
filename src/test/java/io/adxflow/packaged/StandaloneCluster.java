package io.adxflow.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Spark cluster on this machine: one master, two workers, made of Spark's own jars. Drivers and executors find the
 * libraries of a Databricks runtime first, then Spark, then what they were submitted with.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern REGISTERED = Pattern.compile("Successfully registered with master (\\S+)");
    private static final Pattern STATE = Pattern.compile("State of driver \\S+ is (\\w+)");
    private static final Pattern NEVER = Pattern.compile("(?!)()");
    private static final String LOGGING =
            """
            rootLogger.level = warn
            rootLogger.appenderRef.out.ref = out
            appender.out.type = Console
            appender.out.name = out
            appender.out.target = SYSTEM_ERR
            appender.out.layout.type = PatternLayout
            appender.out.layout.pattern = %p %c{1}: %m%n%ex
            logger.deploy.name = org.apache.spark.deploy
            logger.deploy.level = info
            """;

    private final Path directory;
    private final String sparkClasspath;
    private final List<String> jvm;
    private final List<ServerProcess> servers = new ArrayList<>();
    private String master;

    private StandaloneCluster(Path directory) throws IOException {
        this.directory = directory;
        this.sparkClasspath = Files.readString(Checkout.file("target/spark.classpath"));
        this.jvm = Files.readAllLines(Checkout.file("scripts/jvm.options"));
        Path jars = Files.createDirectories(directory.resolve("spark/jars"));
        for (String jar : sparkClasspath.strip().split(":")) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
        Files.writeString(directory.resolve("log4j2.properties"), LOGGING);
    }

    static StandaloneCluster start(Path directory) throws IOException {
        StandaloneCluster cluster = new StandaloneCluster(directory);
        try {
            cluster.startServers();
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private void startServers() {
        ServerProcess first = server(MASTER, "org.apache.spark.deploy.master.Master", "--port", "0");
        master = first.announcement();
        List<ServerProcess> workers = Stream.of("one", "two").map(this::worker).toList();
        workers.forEach(ServerProcess::announcement);
    }

    private ServerProcess worker(String name) {
        return server(
                REGISTERED,
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "2",
                "--memory",
                "3g",
                "--work-dir",
                directory.resolve(name).toString(),
                master);
    }

    private ServerProcess server(Pattern wanted, String main, String... arguments) {
        List<String> command = new ArrayList<>(List.of(main, "--host", "127.0.0.1", "--webui-port", "0"));
        command.addAll(List.of(arguments));
        ServerProcess server = java("", command, wanted);
        servers.add(server);
        return server;
    }

    /** Runs a program whose driver is the submitting process. */
    Submission inClientMode(String main, Path jar, String... arguments) throws InterruptedException {
        try (ServerProcess submit = submit("client", NEVER, main, jar, arguments)) {
            int exitCode = submit.await();
            return new Submission(exitCode == 0 ? "FINISHED" : "FAILED", submit.output());
        }
    }

    /** Runs a program whose driver is on a worker. The submitting process tells its state, and ends well in any case. */
    Submission inClusterMode(String main, Path jar, String... arguments) throws InterruptedException, IOException {
        try (ServerProcess submit = submit("cluster", STATE, main, jar, arguments)) {
            String state = submit.announcement();
            submit.await();
            return new Submission(state, submit.output() + driverOutput());
        }
    }

    private ServerProcess submit(String mode, Pattern wanted, String main, Path jar, String... arguments) {
        String libraries = Checkout.file("target/cluster-lib") + "/*";
        String options = String.join(" ", jvm);
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        command.addAll(List.of("--deploy-mode", mode, "--class", main));
        Map.of(
                        "spark.ui.enabled", "false",
                        "spark.jars",
                                Checkout.file("target/adxflow-job.jar").toUri().toString(),
                        "spark.cores.max", "2",
                        "spark.executor.cores", "1",
                        "spark.executor.memory", "1g",
                        "spark.driver.extraClassPath", libraries,
                        "spark.executor.extraClassPath", libraries,
                        "spark.driver.extraJavaOptions", options,
                        "spark.executor.extraJavaOptions", "-Duser.timezone=UTC",
                        "spark.standalone.submit.waitAppCompletion", "true")
                .forEach((name, value) -> command.addAll(List.of("--conf", name + "=" + value)));
        command.add(jar.toString());
        command.addAll(List.of(arguments));
        return java(libraries + ":", command, wanted);
    }

    private ServerProcess java(String firstClasses, List<String> arguments, Pattern wanted) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.add("-Dlog4j2.configurationFile=" + directory.resolve("log4j2.properties"));
        command.addAll(List.of("-cp", firstClasses + sparkClasspath.strip()));
        command.addAll(arguments);
        return ServerProcess.start(
                command,
                Map.of(
                        "SPARK_HOME", directory.resolve("spark").toString(),
                        "SPARK_SCALA_VERSION", "2.12",
                        "SPARK_LOCAL_IP", "127.0.0.1"),
                directory,
                wanted);
    }

    /** What drivers on workers have printed. */
    private String driverOutput() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/driver-[^/]*/std(out|err)"))
                    .toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
    }

    /** @param state what Spark calls the end of a driver: {@code FINISHED} or {@code FAILED} */
    record Submission(String state, String output) {}
}
