package io.adxflow.packaged;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A volume with the sample job as a deployment leaves it, for {@link VolumesFileSystem}. */
record Volume(Path root) {
    static final String FOLDER = "/Volumes/main/etl/adxflow/jobs/storm-seasons/r1";

    static Volume in(Path directory) throws IOException {
        Volume volume = new Volume(directory.resolve("dbfs"));
        Files.createDirectories(volume.file("data"));
        for (String name : List.of("storm-seasons.yaml", "data/saffir-simpson.csv")) {
            Files.copy(Checkout.file("jobs").resolve(name), volume.file(name));
        }
        String local = Files.readString(directory.resolve("local.yaml"));
        Files.writeString(
                volume.file("prod.yaml"),
                local.replaceFirst("(?s)\n  auth:.*", "\n")
                        + "  auth: {mode: token, token: \"{{secrets/adx/token}}\"}\n");
        return volume;
    }

    /** Where the file system has a file of the folder. */
    Path file(String name) {
        return root.resolve(FOLDER.substring(1)).resolve(name);
    }

    /** Every executor has the file system, and it is that of paths without a scheme. */
    Map<String, String> settings() {
        return Map.of(
                "spark.cores.max",
                "2",
                "spark.executor.extraClassPath",
                StandaloneCluster.libraries() + ":" + jar(),
                "spark.hadoop.fs.defaultFS",
                "dbfs:///",
                "spark.hadoop.fs.dbfs.impl",
                VolumesFileSystem.class.getName(),
                "spark.hadoop." + VolumesFileSystem.ROOT,
                root.toString());
    }

    /** A jar with classes of these tests, and with the classes inside them. */
    Path jarOf(Class<?>... types) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar());
                JarOutputStream classes = new JarOutputStream(file)) {
            for (Class<?> type : types) {
                add(classes, type);
            }
        }
        return jar();
    }

    private Path jar() {
        return root.resolve("host.jar");
    }

    private static void add(JarOutputStream jar, Class<?> type) throws IOException {
        Path folder = Checkout.file("target/test-classes")
                .resolve(type.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> isOf(type, path)).toList()) {
                jar.putNextEntry(new ZipEntry(type.getPackageName().replace('.', '/') + "/" + file.getFileName()));
                jar.write(Files.readAllBytes(file));
                jar.closeEntry();
            }
        }
    }

    private static boolean isOf(Class<?> type, Path file) {
        return file.getFileName().toString().matches(type.getSimpleName() + "(\\$.*)?\\.class");
    }
}
