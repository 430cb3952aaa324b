package io.adxflow.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows below its commands is what they print. Only seconds and run ids may differ. */
@Tag("packaged")
class ReadmeTest {
    @Test
    void theFirstScreenIsTrue(@TempDir Path directory) throws IOException {
        Checkout checkout = Checkout.in(directory);

        Checkout.Output run = checkout.runHere(
                "adxflow", "run", Checkout.file("jobs/storm-seasons.yaml").toString());
        Checkout.Output query = checkout.runHere("adxflow", "kql", "StormSeasons | top 3 by Storms");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(steady(run.out())).isEqualTo(steady(shownAfter("scripts/adxflow run jobs/storm-seasons.yaml")));
        assertThat(query.exitCode()).as(query.err()).isZero();
        assertThat(query.out()).isEqualTo(shownAfter("scripts/adxflow kql 'StormSeasons | top 3 by Storms'"));
    }

    private static String shownAfter(String command) throws IOException {
        String readme = Files.readString(Checkout.file("README.md"));
        Matcher block = Pattern.compile(
                        "```sh\\n" + Pattern.quote(command) + "\\n```\\n\\n```text\\n(.*?)```", Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find())
                .as("the README shows what " + command + " prints")
                .isTrue();
        return block.group(1);
    }

    private static String steady(String output) {
        return output.replaceAll("\\d+\\.\\d s", "0.0 s").replaceAll("run [0-9a-f]{32}", "run 0");
    }
}
