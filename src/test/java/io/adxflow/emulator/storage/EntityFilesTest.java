package io.adxflow.emulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntityFilesTest {
    private static final EntityKey KEY = new EntityKey("p", "r");

    @TempDir
    Path directory;

    private EntityFiles entities;

    @BeforeEach
    void open() throws IOException {
        entities = new EntityFiles(directory);
    }

    @Test
    void aPendingEntityIsWaitedFor() throws IOException {
        entities.put(KEY, status("Pending"));
        CompletableFuture<Void> report = CompletableFuture.runAsync(this::succeed);
        assertThat(entities.findSettled(KEY, Duration.ofMinutes(1)))
                .hasValueSatisfying(entity -> assertThat(entity).containsEntry("Status", "Succeeded"));
        report.join();
    }

    @Test
    void whatStaysPendingIsShownAsItIs() throws IOException {
        entities.put(KEY, status("Pending"));
        assertThat(entities.findSettled(KEY, Duration.ofMillis(1))).contains(status("Pending"));
    }

    @Test
    void nothingElseIsWaitedFor() throws IOException {
        Duration forever = Duration.ofDays(1);
        entities.put(KEY, status("Failed"));
        assertThat(entities.findSettled(KEY, forever)).contains(status("Failed"));
        assertThat(entities.findSettled(new EntityKey("p", "none"), forever)).isEqualTo(Optional.empty());
    }

    private void succeed() {
        try {
            entities.merge(KEY, status("Succeeded"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> status(String status) {
        return Map.of("Status", status);
    }
}
