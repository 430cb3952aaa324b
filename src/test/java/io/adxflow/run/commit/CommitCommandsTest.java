package io.adxflow.run.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommitCommandsTest {
    private static final CommitId COMMIT = new CommitId("0123456789abcdef0123456789abcdef");

    private final VerifiedTable verified = new VerifiedTable(
            new StagingTable(new TargetTable("it's", "t", List.of()), "adxflow_s_1", "s"), COMMIT, 40_000, 2);

    @Test
    void anAppendMovesTaggedExtentsOnly() {
        assertThat(CommitCommands.of(CommitMode.APPEND, verified))
                .isEqualTo(".move async extents to table ['it\\'s'] with (setNewIngestionTime=true,"
                        + " extentCreatedOnFrom=datetime(1970-01-01), extentCreatedOnTo=datetime(2200-01-01))"
                        + " <| .show table ['adxflow_s_1'] extents where tags has"
                        + " 'adxflow:0123456789abcdef0123456789abcdef'");
    }

    @Test
    void aReplaceDropsNothingUnlessAllRowsAreStagedAndNeverItsOwn() {
        assertThat(CommitCommands.of(CommitMode.REPLACE, verified))
                .isEqualTo(
                        """
                        .replace async extents in table ['it\\'s'] with (setNewIngestionTime=true, \
                        extentCreatedOnFrom=datetime(1970-01-01), extentCreatedOnTo=datetime(2200-01-01)) <|
                        { let staged = toscalar(['adxflow_s_1'] | where extent_tags() has_cs '0123456789abcdef0123456789abcdef' | count);
                          ['it\\'s'] | where staged == 40000 and extent_tags() !has_cs '0123456789abcdef0123456789abcdef' | summarize by ExtentId = extent_id() },
                        { ['adxflow_s_1'] | where extent_tags() has_cs '0123456789abcdef0123456789abcdef' | summarize by ExtentId = extent_id(), TableName = 'adxflow_s_1' }""");
    }
}
