package io.adxflow.job.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
    @TempDir
    private Path folder;

    private LocalFiles files;

    @BeforeEach
    void makeAJob() throws IOException {
        Files.writeString(folder.resolve("storms.yaml"), "\uFEFFname: storms\n");
        files = new LocalFiles(folder);
    }

    @Test
    void aTextIsNamedByItsLocationAndHasNoByteOrderMark() {
        assertThat(files.read("storms.yaml").name()).isEqualTo("storms.yaml");
        assertThat(files.read(folder.resolve("storms.yaml").toString()).text()).isEqualTo("name: storms\n");
        assertThat(files.read(folder.resolve("storms.yaml").toUri().toString()).text())
                .isEqualTo("name: storms\n");
    }

    @Test
    void aFileOfTheJarHasAScheme() {
        assertThat(files.exists("classpath:io/adxflow/sample/atlantic-storms.csv.gz"))
                .contains(true);
        assertThat(files.exists("classpath:io/adxflow/sample/none.csv")).contains(false);
        assertRefused("classpath:none.yaml", "JOB101: there is no file 'classpath:none.yaml'");
    }

    @Test
    void aMissingFileGetsAGuess() {
        assertRefused(
                "storm.yaml", "error JOB101: there is no file 'storm.yaml'\n    hint: did you mean 'storms.yaml'?");
    }

    @Test
    void aFolderIsNoFile() {
        assertRefused(".", "error JOB102: the file '.' cannot be read: it is a folder");
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        Files.write(folder.resolve("latin1.yaml"), new byte[] {'n', (byte) 0xe4});

        assertRefused("latin1.yaml", "JOB102: the file 'latin1.yaml' cannot be read: it is not UTF-8");
    }

    @Test
    void fileSystemsOfAClusterAreNotHere() {
        assertRefused("dbfs:/Volumes/jobs/storms.yaml", "this file system is known on a cluster only");
        assertThat(files.exists("abfss://data@lake.dfs.core.windows.net/storms.csv"))
                .isEmpty();
    }

    @Test
    void whetherAPatternMatchesIsNotKnown() {
        assertThat(files.exists("data/*.csv")).isEmpty();
        assertThat(files.exists("storms.yaml")).contains(true);
        assertThat(files.exists("none.yaml")).contains(false);
    }

    private void assertRefused(String location, String message) {
        assertThatThrownBy(() -> files.read(location))
                .isInstanceOf(UserException.class)
                .hasMessageContaining(message);
    }
}
