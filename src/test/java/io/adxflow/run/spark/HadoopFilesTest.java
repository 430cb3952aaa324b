package io.adxflow.run.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.job.file.LocalFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class HadoopFilesTest {
    @TempDir
    private Path folder;

    private final HadoopFiles files = new HadoopFiles(Configuration::new, new LocalFiles(Path.of("")));

    @Test
    void aFileIsReadWithAndWithoutAScheme() throws IOException {
        Path job = Files.writeString(folder.resolve("storms.yaml"), "name: storms\n");

        assertThat(files.read(job.toString()).text()).isEqualTo("name: storms\n");
        assertThat(files.read("file:" + job).text()).isEqualTo("name: storms\n");
        assertThat(files.exists("file:" + job)).contains(true);
        assertThat(files.exists(folder.resolve("none.yaml").toString())).contains(false);
        assertThat(files.exists(folder + "/*.csv")).isEmpty();
    }

    @Test
    void aMissingFileIsTheSameProblemAsOnAWorkstation() {
        assertThatThrownBy(() -> files.read(folder + "/none.yaml"))
                .isInstanceOf(UserException.class)
                .hasMessage("error JOB101: there is no file '" + folder + "/none.yaml'");
    }

    @Test
    void aTextIsWrittenInPlaceOfWhatIsThere() throws IOException {
        String result = "file:" + folder.resolve("result.json");

        files.write(result, "{\"outcome\": \"failed\"}");
        files.write(result, "{}");

        assertThat(files.read(result).text()).isEqualTo("{}");
        assertThatThrownBy(() -> files.write("nowhere:/result.json", "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void anUnknownFileSystemIsNamed() {
        assertThatThrownBy(() -> files.read("nowhere:/jobs/storms.yaml"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error JOB102: the file 'nowhere:/jobs/storms.yaml' cannot be read")
                .hasMessageContaining("nowhere");
        assertThat(files.exists("nowhere:/jobs/storms.yaml")).isEmpty();
    }

    @Test
    void whatIsInTheJarIsLeftToOthers() {
        assertThat(files.exists("classpath:io/adxflow/sample/atlantic-storms.csv.gz"))
                .contains(true);
    }
}
