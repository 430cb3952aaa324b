package io.adxflow.run.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxOptions;
import io.adxflow.adx.client.AdxResult;
import io.adxflow.adx.client.AdxType;
import io.adxflow.adx.client.Quoted;
import io.adxflow.emulator.Emulator;
import io.adxflow.run.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commit against the emulator; commands stand in for the engine that fills staging tables. */
class TableCommitsTest {
    private static final String DATABASE = "NetDefaultDB";

    @TempDir
    Path directory;

    private Emulator emulator;
    private AdxClient client;
    private TableCommits commits;

    @BeforeEach
    void start() {
        emulator = Emulator.start(directory);
        client = AdxClient.connect(AdxCluster.at(emulator.uri().toString(), DATABASE, new AdxAuth.None()));
        commits = commits("winds");
        client.command(DATABASE, ".set-or-append Winds <| print Name='old'");
    }

    @AfterEach
    void stop() {
        client.close();
        emulator.close();
    }

    @Test
    void anAppendThatIsSentAgainAddsNothing() {
        VerifiedTable verified = staged("Winds", "Amy", "Bob");

        assertThat(commits.commit(verified, CommitMode.APPEND).outcome()).isEqualTo(Outcome.COMMITTED);
        assertThat(commits.commit(verified, CommitMode.APPEND).outcome()).isEqualTo(Outcome.COMMITTED);
        assertThat(rows("Winds")).isEqualTo("Amy,Bob,old");
    }

    @Test
    void aReplaceThatIsSentAgainDoesNotEmptyTheTable() {
        VerifiedTable verified = staged("Winds", "Amy", "Bob");

        assertThat(commits.commit(verified, CommitMode.REPLACE).outcome()).isEqualTo(Outcome.COMMITTED);
        assertThat(commits.commit(verified, CommitMode.REPLACE).outcome()).isEqualTo(Outcome.COMMITTED);
        assertThat(rows("Winds")).isEqualTo("Amy,Bob");
    }

    @Test
    void rowsThatArriveAfterTheCountAreNeverCommitted() {
        VerifiedTable verified = staged("Winds", "Amy");
        fill(verified.staging(), "late");
        commits.commit(verified, CommitMode.APPEND);

        assertThat(rows("Winds")).isEqualTo("Amy,old");
    }

    @Test
    void tooManyRowsAndTooFewAreRefused() {
        StagingTable staging = commits.stage(commits.find("Winds"), 1, 1);
        fill(staging, "Amy");
        fill(staging, "Amy");

        assertThatThrownBy(() -> commits.verify(staging, 1))
                .hasMessage(
                        "Spark wrote 1 rows for the table 'Winds', and ADX staged 2: a retried task was counted twice");
        assertThatThrownBy(() -> commits.verify(staging, 3))
                .hasMessage("Spark wrote 3 rows for the table 'Winds', and ADX staged 2: rows are missing");
    }

    @Test
    void aTableIsMadeWhenItsFirstRowsAreCommitted() {
        TargetTable target = commits.find("New").toBeCreatedWith(List.of(new AdxColumn("Name", AdxType.STRING)));
        StagingTable staging = commits.stage(target, 1, 1);
        fill(staging, "Amy");
        VerifiedTable verified = commits.verify(staging, 1);

        assertThat(commits.find("New").exists()).isFalse();
        assertThat(commits.commit(verified, CommitMode.APPEND).outcome()).isEqualTo(Outcome.COMMITTED);
        assertThat(rows("New")).isEqualTo("Amy");
    }

    @Test
    void aTargetThatWasMadeAnewIsLeftAlone() {
        VerifiedTable verified = staged("Winds", "Amy");
        client.command(DATABASE, ".drop table Winds");
        client.command(DATABASE, ".create table Winds (Name:string)");
        CommitAnswer answer = commits.commit(verified, CommitMode.APPEND);

        assertThat(answer.outcome()).isEqualTo(Outcome.NOT_COMMITTED);
        assertThat(answer.detail()).contains("created anew");
        assertThat(rows("Winds")).isEmpty();
    }

    @Test
    void anAppendWhoseStagingTableVanishedIsUnknown() {
        VerifiedTable verified = staged("Winds", "Amy");
        client.command(DATABASE, ".drop table " + verified.staging().name());

        assertThat(commits.commit(verified, CommitMode.APPEND).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(commits.commit(verified, CommitMode.REPLACE).outcome()).isEqualTo(Outcome.NOT_COMMITTED);
        assertThat(rows("Winds")).isEqualTo("old");
    }

    @Test
    void debrisOfTheSameJobIsDroppedAndThatOfOthersIsNot() {
        StagingTable ours = staged("Winds", "Amy").staging();
        TableCommits other = commits("other job");
        other.stage(other.find("Winds"), 1, 1);

        assertThat(commits("winds").sweep()).containsExactly(new Debris(ours.name(), 1));
        assertThat(other.sweep()).hasSize(1);
    }

    @Test
    void debrisOfARunThatHadCommittedIsEmptyAndSaysSo() {
        commits.commit(staged("Winds", "Amy"), CommitMode.APPEND);

        assertThat(commits("winds").sweep()).singleElement().satisfies(debris -> assertThat(debris.text())
                .contains("or had committed its rows"));
    }

    @Test
    void cleaningDropsWhatWasStagedAndKeepsWhatIsAProof() {
        commits.stage(commits.find("Winds"), 1, 1);
        StagingTable proof = commits.stage(commits.find("Winds"), 1, 2);
        commits.keep(proof);

        assertThat(commits.clean()).isEmpty();
        assertThat(commits("winds").sweep()).containsExactly(new Debris(proof.name(), 0));
    }

    private TableCommits commits(String job) {
        return new TableCommits(new Port(client), job, CommitId.of(UUID.randomUUID()));
    }

    private VerifiedTable staged(String table, String... names) {
        StagingTable staging = commits.stage(commits.find(table), 1, 1);
        fill(staging, names);
        return commits.verify(staging, names.length);
    }

    private void fill(StagingTable staging, String... names) {
        String values = List.of(names).stream().map(Quoted::string).collect(Collectors.joining(", "));
        client.command(
                DATABASE, ".append " + Quoted.name(staging.name()) + " <| datatable(Name:string)[" + values + "]");
    }

    private String rows(String table) {
        return client.query(DATABASE, table + " | sort by Name asc", AdxOptions.none()).rows().stream()
                .map(row -> row.get(0).toString())
                .collect(Collectors.joining(","));
    }

    /** Does not wait: the emulator answers at once or never. */
    private record Port(AdxClient client) implements AdxPort {
        @Override
        public AdxResult command(String csl) {
            return client.command(DATABASE, csl);
        }

        @Override
        public void pause(Duration duration) {
            Thread.onSpinWait();
        }
    }
}
