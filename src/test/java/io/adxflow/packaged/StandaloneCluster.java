package io.adxflow.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Spark cluster on this machine: one master, two workers, made of the Spark that a Databricks runtime has. Drivers and
 * executors find the libraries of that runtime first, then Spark, then what they were submitted with.
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
        this.sparkClasspath = sparkClasspath();
        this.jvm = Files.readAllLines(Checkout.file("scripts/jvm.options"));
        Path jars = Files.createDirectories(directory.resolve("spark/jars"));
        for (String jar : sparkClasspath.split(":")) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
        Files.writeString(directory.resolve("log4j2.properties"), LOGGING);
    }

    /** What we compile against, with Spark itself in the version of the runtime. */
    static String sparkClasspath() throws IOException {
        List<String> jars = new ArrayList<>();
        try (Stream<Path> ofRuntime = Files.list(Checkout.file("target/cluster-spark"))) {
            ofRuntime.map(Path::toString).forEach(jars::add);
        }
        Stream.of(Files.readString(Checkout.file("target/spark.classpath"))
                        .strip()
                        .split(":"))
                .filter(jar -> !jar.matches(".*/spark-[^/]*_2\\.12-[^/]*\\.jar"))
                .forEach(jars::add);
        return String.join(":", jars);
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
        ServerProcess server = java(List.of(), Map.of(), command, wanted);
        servers.add(server);
        return server;
    }

    /**
     * Runs a program whose driver is the submitting process, which says which classes it loads from where.
     *
     * @param variables of that process
     */
    Submission inClientMode(Program program, Map<String, String> variables) throws InterruptedException, IOException {
        List<String> log = List.of("-Xlog:class+load:file=" + classLog());
        try (ServerProcess submit = java(log, variables, submit("client", program), NEVER)) {
            int exitCode = submit.await();
            return new Submission(exitCode == 0 ? "FINISHED" : "FAILED", submit.output() + executorOutput());
        }
    }

    /** Where the classes of a driver in client mode came from, one in a line. */
    Path classLog() {
        return directory.resolve("classes.log");
    }

    /** Runs a program whose driver is on a worker. The submitting process tells its state, and ends well in any case. */
    Submission inClusterMode(Program program) throws InterruptedException, IOException {
        try (ServerProcess submit = java(List.of(), Map.of(), submit("cluster", program), STATE)) {
            String state = submit.announcement();
            submit.await();
            return new Submission(state, submit.output() + driverOutput());
        }
    }

    private List<String> submit(String mode, Program program) {
        List<String> command = new ArrayList<>(List.of("org.apache.spark.deploy.SparkSubmit", "--master", master));
        command.addAll(List.of("--deploy-mode", mode, "--class", program.main()));
        Map<String, String> settings = new TreeMap<>(settings());
        settings.putAll(program.settings());
        settings.forEach((name, value) -> command.addAll(List.of("--conf", name + "=" + value)));
        command.add(program.jar().toString());
        command.addAll(program.arguments());
        return command;
    }

    private Map<String, String> settings() {
        String options = String.join(" ", jvm);
        return Map.of(
                "spark.ui.enabled",
                "false",
                "spark.jars",
                Checkout.file("target/adxflow-job.jar").toUri().toString(),
                "spark.executor.cores",
                "1",
                "spark.executor.memory",
                "1g",
                "spark.driver.extraClassPath",
                libraries(),
                "spark.executor.extraClassPath",
                libraries(),
                "spark.driver.extraJavaOptions",
                options,
                "spark.executor.extraJavaOptions",
                options,
                "spark.standalone.submit.waitAppCompletion",
                "true");
    }

    /** The runtime's libraries, as a part of a class path. */
    static String libraries() {
        return Checkout.file("target/cluster-lib") + "/*";
    }

    private ServerProcess java(
            List<String> options, Map<String, String> variables, List<String> arguments, Pattern wanted) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(options);
        command.add("-Dlog4j2.configurationFile=" + directory.resolve("log4j2.properties"));
        command.addAll(List.of("-cp", libraries() + ":" + sparkClasspath));
        command.addAll(arguments);
        Map<String, String> all = new TreeMap<>(variables);
        all.put("SPARK_HOME", directory.resolve("spark").toString());
        all.put("SPARK_SCALA_VERSION", "2.12");
        all.put("SPARK_LOCAL_IP", "127.0.0.1");
        return ServerProcess.start(command, all, directory, wanted);
    }

    /** What drivers on workers have printed. */
    private String driverOutput() throws IOException {
        return output(".*/driver-[^/]*/std(out|err)");
    }

    private String executorOutput() throws IOException {
        return output(".*/app-[^/]*/[^/]*/std(out|err)");
    }

    private String output(String pattern) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file :
                    files.filter(path -> path.toString().matches(pattern)).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
    }

    /**
     * What is submitted.
     *
     * @param settings Spark's
     */
    record Program(String main, Path jar, Map<String, String> settings, List<String> arguments) {}

    /** @param state what Spark calls the end of a driver: {@code FINISHED} or {@code FAILED} */
    record Submission(String state, String output) {}
}
