package io.adxflow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cluster has its own versions of everything, so the job jar may bring no class under its original name. */
@Tag("packaged")
class JobJarTest {
    private static final Path JAR = Path.of("target", "adxflow-job.jar");
    private static final long LIMIT = 25L * 1024 * 1024;

    @Test
    void everyClassIsOursOrRelocated() throws IOException {
        assertThat(entries())
                .filteredOn(name -> name.endsWith(".class"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("io/adxflow/"));
    }

    @Test
    void holdsNothingThatTheClusterProvidesOrOnlyAWorkstationNeeds() throws IOException {
        assertThat(entries())
                .noneMatch(name -> name.contains("org/apache/spark/"))
                .noneMatch(name -> name.matches("(.*/)?scala/.*"))
                .noneMatch(name -> name.contains("com/databricks/"))
                .noneMatch(name -> name.contains("duckdb"))
                .noneMatch(name -> name.contains("undertow"))
                .noneMatch(name -> name.startsWith("io/adxflow/emulator/"));
    }

    @Test
    void relocatesTheServicesItBrings() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            ZipEntry provider =
                    jar.getEntry("META-INF/services/io.adxflow.shaded.com.azure.core.http.HttpClientProvider");
            assertThat(provider).isNotNull();
            assertThat(new String(jar.getInputStream(provider).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("io.adxflow.shaded.com.azure.core.http.okhttp.OkHttpAsyncClientProvider");
        }
    }

    @Test
    void staysUnderTwentyFiveMegabytes() throws IOException {
        assertThat(Files.size(JAR)).isLessThan(LIMIT);
    }

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
