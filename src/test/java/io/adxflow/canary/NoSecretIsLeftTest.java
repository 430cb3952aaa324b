package io.adxflow.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The last test of all: what the others have left holds none of their secrets. */
@Order(Integer.MAX_VALUE)
class NoSecretIsLeftTest {
    private static final long START = ManagementFactory.getRuntimeMXBean().getStartTime();

    @Test
    void inLogsReportsEventLogsTemporaryFilesAndProcesses() {
        List<String> found = new SecretSearch()
                .in(Path.of("target"), START)
                .in(Path.of(System.getProperty("java.io.tmpdir")), START)
                .inProcesses()
                .found();
        assertThat(found).isEmpty();
    }
}
