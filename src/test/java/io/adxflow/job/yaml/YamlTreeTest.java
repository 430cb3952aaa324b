package io.adxflow.job.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class YamlTreeTest {
    @Test
    void aHugeFileIsRefusedBeforeItIsRead() {
        assertThat(messages("a: " + "x".repeat(1_000_001)))
                .containsExactly("JOB104 the file is larger than one million characters");
    }

    @Test
    void aDeepFileIsRefused() {
        assertThat(messages("[".repeat(100_000))).containsExactly("JOB105 not YAML: more than 50 levels deep");
    }

    @Test
    void aliasesAreNotFollowed() {
        String bomb = "a: &a [x, x]\n" + "b: &b [*a, *a]\n" + "c: &c [*b, *b]\n";

        assertThat(messages(bomb))
                .hasSize(7)
                .containsOnly("JOB108 anchors and aliases are not used in jobs and environments");
    }

    @Test
    void aCharacterThatCannotBePrintedIsNamed() {
        assertThat(messages("name: a\u0007b")).containsExactly("JOB105 not YAML: the character U+0007 is not allowed");
    }

    @Test
    void commentsAndSpaceAreAnEmptyFile() {
        assertThat(messages("")).containsExactly("JOB103 the file is empty");
        assertThat(messages("---\n# nothing\n...\n")).containsExactly("JOB103 the file is empty");
    }

    private static List<String> messages(String yaml) {
        Findings findings = Findings.ofJob(new SourceText("test", yaml));
        YamlTree.read(findings);
        return findings.all().stream().map(YamlTreeTest::text).collect(Collectors.toList());
    }

    private static String text(Diagnostic diagnostic) {
        return diagnostic.code() + " " + diagnostic.message();
    }
}
