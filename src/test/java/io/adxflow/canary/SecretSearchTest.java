package io.adxflow.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search finds what it is there to find. Its folder is none of those that are searched after every test. */
class SecretSearchTest {
    private static final String SECRET = Canary.secret("found");

    private Path folder;

    @BeforeEach
    void make() throws IOException {
        folder = Files.createTempDirectory("search");
    }

    @AfterEach
    void clean() throws IOException {
        Files.delete(folder.resolve("file"));
        Files.delete(folder);
    }

    @Test
    void aSecretAsItIsIsFound() throws IOException {
        assertThat(found("key: " + SECRET)).isTrue();
    }

    @Test
    void aSecretInBase64IsFoundWhereverItBegins() throws IOException {
        for (String before : new String[] {"", "a", "ab", "abc:"}) {
            byte[] text = (before + SECRET).getBytes(StandardCharsets.UTF_8);
            assertThat(found(Base64.getEncoder().encodeToString(text))).isTrue();
        }
    }

    @Test
    void theSignatureOfAnAddressIsFound() throws IOException {
        assertThat(found("http://x/y?se=1&sig=0123456789abcdef0123456789")).isTrue();
    }

    @Test
    void aSecretThatSomebodyElseMadeIsFound() throws IOException {
        assertThat(found(Canary.remember("madeByAnotherProgram9"))).isTrue();
    }

    @Test
    void aSecretAcrossTheBorderOfTwoPiecesIsFound() throws IOException {
        assertThat(found("x".repeat((1 << 20) - 5) + SECRET)).isTrue();
    }

    @Test
    void aSecretInACompressedFileIsFound() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(SECRET.getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("file"), bytes.toByteArray());
        assertThat(new SecretSearch().in(folder, 0).found()).hasSize(1);
    }

    @Test
    void everythingElseIsNotASecret() throws IOException {
        assertThat(found("sig=*** Bearer *** c4n4ry")).isFalse();
    }

    @Test
    void theArgumentsOfAProcessAreSearched() throws IOException {
        found("");
        Process cat = new ProcessBuilder("cat", "-", SECRET).start();
        assertThat(new SecretSearch().inProcesses().found())
                .singleElement()
                .asString()
                .contains("cat");
        cat.destroyForcibly().onExit().join();
    }

    private boolean found(String text) throws IOException {
        Files.writeString(folder.resolve("file"), text);
        return !new SecretSearch().in(folder, 0).found().isEmpty();
    }
}
