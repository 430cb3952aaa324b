package io.adxflow.run.commit;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.emulator.Emulator;
import io.adxflow.run.connect.ClientPort;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a commit, asked of an emulator. */
class TargetRulesTest {
    private static final String DATABASE = "NetDefaultDB";

    @TempDir
    Path directory;

    private Emulator emulator;
    private AdxClient client;

    @BeforeEach
    void start() {
        emulator = Emulator.start(directory);
        client = AdxClient.connect(AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None()));
        command(".create table Winds (Name:string)");
        command(".create table Other (Name:string)");
    }

    @AfterEach
    void stop() {
        client.close();
        emulator.close();
    }

    @Test
    void aPlainTableMayBeReplaced() {
        assertThat(replacing()).isEmpty();
    }

    @Test
    void aTableThatIsNotThereMayBeMade() {
        assertThat(new TargetRules(port()).broken("New", CommitMode.REPLACE)).isEmpty();
    }

    @Test
    void aViewKeepsWhatIsTakenAway() {
        command(".create materialized-view Names on table Winds { Winds | summarize count() by Name }");
        assertThat(replacing())
                .containsExactly(
                        "RUN114 'Winds' cannot be replaced: the materialized view 'Names' keeps rows that are taken"
                                + " away");
        assertThat(appending()).isEmpty();
    }

    @Test
    void rowsThatStreamInAreNotReplaced() {
        command(".alter table Winds policy streamingingestion enable");
        assertThat(replacing()).singleElement().asString().startsWith("RUN118 'Winds' cannot be replaced");
    }

    @Test
    void theDatabaseMayLetRowsStreamIn() {
        command(".alter database NetDefaultDB policy streamingingestion enable");
        assertThat(replacing()).singleElement().asString().startsWith("RUN118 'Winds' cannot be replaced");
    }

    @Test
    void anUpdatePolicyDerivesRowsOnceMore() {
        command(update("Other", "Winds", "IsEnabled"));
        assertThat(replacing())
                .containsExactly(
                        "RUN115 'Winds' cannot be replaced: an update policy derives rows of 'Other' from it once"
                                + " more");
        assertThat(appending()).isEmpty();
    }

    @Test
    void anUpdatePolicyFillsTheTable() {
        command(update("Winds", "Other", "IsEnabled"));
        assertThat(replacing())
                .containsExactly("RUN116 'Winds' cannot be replaced: an update policy puts rows from 'Other' there");
    }

    @Test
    void anUpdatePolicyMayReadStagingTablesToo() {
        command(update("Other", "adx*", "SourceIsWildCard"));
        assertThat(appending())
                .containsExactly("RUN119 an update policy of 'Other' reads 'adx*', staging tables among them");
    }

    @Test
    void anUpdatePolicyThatIsOffDoesNothing() {
        command(update("Other", "Winds", "IsEnabled").replace("true", "false"));
        assertThat(replacing()).isEmpty();
    }

    @Test
    void rowsMayBeHiddenFromWhoReplacesThem() {
        command(".alter table Winds policy row_level_security enable 'Winds | where Name == current_principal()'");
        assertThat(replacing())
                .containsExactly(
                        "RUN117 'Winds' cannot be replaced: its row-level security hides rows from who replaces them");
        command(".alter table Winds policy row_level_security disable 'Winds'");
        assertThat(replacing()).isEmpty();
        command(".alter table Winds policy restricted_view_access true");
        assertThat(replacing()).singleElement().asString().contains("restricted view access");
    }

    private List<String> replacing() {
        return broken(port(), CommitMode.REPLACE);
    }

    private List<String> appending() {
        return broken(port(), CommitMode.APPEND);
    }

    private static List<String> broken(AdxPort port, CommitMode mode) {
        return new TargetRules(port)
                .broken("Winds", mode).stream().map(TargetRulesTest::text).toList();
    }

    private static String text(Diagnostic diagnostic) {
        assertThat(diagnostic.hint()).isPresent();
        return diagnostic.code() + " " + diagnostic.message();
    }

    private AdxPort port() {
        return new ClientPort(client, "run-1");
    }

    private static String update(String table, String source, String flag) {
        return ".alter table " + table + " policy update '[{\"Source\":\"" + source + "\",\"Query\":\"Other\",\"" + flag
                + "\":true}]'";
    }

    private void command(String csl) {
        client.command(DATABASE, csl);
    }
}
