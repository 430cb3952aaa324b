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
        assertThat(broken(policy("update", "Other", update("Winds", false)), CommitMode.REPLACE))
                .containsExactly(
                        "RUN115 'Winds' cannot be replaced: an update policy derives rows of 'Other' from it once"
                                + " more");
    }

    @Test
    void anUpdatePolicyFillsTheTable() {
        assertThat(broken(policy("update", "Winds", update("Other", false)), CommitMode.REPLACE))
                .containsExactly("RUN116 'Winds' cannot be replaced: an update policy puts rows from 'Other' there");
    }

    @Test
    void anUpdatePolicyMayReadStagingTablesToo() {
        assertThat(broken(policy("update", "Other", update("adx*", true)), CommitMode.APPEND))
                .containsExactly("RUN119 an update policy of 'Other' reads 'adx*', staging tables among them");
    }

    @Test
    void anUpdatePolicyThatIsOffDoesNothing() {
        String off = update("Winds", false).replace("\"IsEnabled\":true", "\"IsEnabled\":false");
        assertThat(broken(policy("update", "Other", off), CommitMode.REPLACE)).isEmpty();
    }

    @Test
    void rowsMayBeHiddenFromWhoReplacesThem() {
        String security = "{\"IsEnabled\":true,\"Query\":\"Winds | where Name == current_principal()\"}";
        assertThat(broken(policy("row_level_security", "Winds", security), CommitMode.REPLACE))
                .containsExactly(
                        "RUN117 'Winds' cannot be replaced: its row-level security hides rows from who replaces them");
        assertThat(broken(policy("restricted_view_access", "Winds", "{\"IsEnabled\":true}"), CommitMode.REPLACE))
                .singleElement()
                .asString()
                .contains("restricted view access");
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

    /** The emulator with a policy that it does not obey, and therefore does not take. */
    private AdxPort policy(String kind, String table, String policy) {
        return new PolicyPort(
                port(),
                kind,
                "print EntityName='[" + DATABASE + "].[" + table + "]', Policy=```" + policy + "```",
                client);
    }

    private AdxPort port() {
        return new ClientPort(client, "run-1");
    }

    private static String update(String source, boolean isPattern) {
        return "[{\"IsEnabled\":true,\"Source\":\"" + source + "\",\"SourceIsWildCard\":" + isPattern
                + ",\"Query\":\"f()\",\"IsTransactional\":false}]";
    }

    private void command(String csl) {
        client.command(DATABASE, csl);
    }
}
