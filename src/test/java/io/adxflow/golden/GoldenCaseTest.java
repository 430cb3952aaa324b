package io.adxflow.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class GoldenCaseTest {
    @TempDir
    private Path folder;

    @Test
    void blocksAreKnownByTheirLanguage() throws IOException {
        GoldenCase golden = golden("# it counts\n\nWhy.\n\n```kql\nT\n| count\n```\n\n```csv\nCount:long\n3\n```\n");

        assertThat(golden.title()).isEqualTo("it counts");
        assertThat(golden.block("kql")).isEqualTo("T\n| count");
        assertThat(golden.find("error")).isEmpty();
        assertThat(golden.isGap()).isFalse();
    }

    @Test
    void longerFencesHoldFences() throws IOException {
        assertThat(golden("# strings\n\n````kql\nprint ```a\nb```\n````\n").block("kql"))
                .isEqualTo("print ```a\nb```");
    }

    @Test
    void aGapSaysSoUnderItsTitle() throws IOException {
        assertThat(golden("# it counts\nstatus: gap\n\n```kql\nT\n```\n").isGap())
                .isTrue();
    }

    @Test
    @DisabledIfSystemProperty(named = "golden.update", matches = "true")
    void aBlockThatDiffersFailsWithThePathOfTheCase() throws IOException {
        GoldenCase golden = golden("# it counts\n\n```csv\nCount:long\n3\n```\n");

        assertThatThrownBy(() -> golden.check("csv", "Count:long\n4"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("case.md, block csv");
    }

    private GoldenCase golden(String markdown) throws IOException {
        return GoldenCase.read(Files.writeString(folder.resolve("case.md"), markdown));
    }
}
