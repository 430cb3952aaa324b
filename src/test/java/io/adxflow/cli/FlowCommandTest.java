package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.run.model.SparkHost;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlowCommandTest {
    @TempDir
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "plan",
                "check",
                "kql",
                "tenant",
                "login",
                "grant",
                "doctor",
                "logout",
                "deploy",
                "submit",
                "runs",
                "cancel",
                "secrets put",
                "secrets list",
                "completion",
                "emulator start",
                "emulator stop",
                "emulator status",
                "emulator load"
            })
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(run((command + " --help").split(" "))).isZero();
        assertThat(out.toString())
                .contains("Usage: adxflow " + command)
                .containsPattern("(?s)Examples?:.*adxflow " + command.replaceFirst(" .*", ""));
    }

    @Test
    void anUnknownOptionIsBadInputAndTheNearestIsNamed() {
        assertThat(run("plan", "job.yaml", "--envv", "x")).isEqualTo(2);
        assertThat(err.toString()).contains("'--envv'").contains("Possible solutions: --env");
    }

    @Test
    void aJobThatIsMissingIsBadInput() {
        assertThat(run("run", "jobs/none.yaml", "--env", "none.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("error JOB101: there is no file 'none.yaml'");
    }

    @Test
    void aReferenceThatNobodyFilledInIsBadInput() {
        assertThat(run("run", "jobs/none.yaml", "--set", "day={{job.start_time.iso_dat}}"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("error CLI105: nobody filled in '{{job.start_time.iso_dat}}'");
        assertThat(run("run", "jobs/none.yaml", "--result", "{{job.run}}.json")).isEqualTo(2);
        assertThat(err.toString()).contains("error CLI105: nobody filled in '{{job.run}}'");
    }

    @Test
    void aQueryFileThatIsMissingIsNamed() {
        assertThat(run("kql", "none.kql")).isEqualTo(2);
        assertThat(err.toString()).contains("error CLI101: the file 'none.kql' cannot be read: there is no such file");
    }

    @Test
    void noEmulatorIsAFailureOfStatusAndNotOfStop() {
        assertThat(run("emulator", "status")).isEqualTo(1);
        assertThat(run("emulator", "stop")).isZero();
        assertThat(out.toString()).contains("no emulator is running");
    }

    @Test
    void theCompletionScriptKnowsTheCommands() {
        assertThat(run("completion")).isZero();
        assertThat(out.toString()).contains("emulator").contains("--report");
    }

    @Test
    void insideAnotherApplicationAFailureIsThrownWithItsMessage() {
        assertThatThrownBy(() -> FlowCommand.runHosted("plan", "none.yaml", "--env", "none.yaml"))
                .isInstanceOf(FailedRunException.class)
                .hasMessageContaining("error JOB101: there is no file 'none.yaml'")
                .extracting(failure -> ((FailedRunException) failure).exitCode())
                .isEqualTo(2);
    }

    @Test
    void aThrownFailureComesBeforeWhatWasSaidOnTheWay() {
        assertThat(new FailedRunException(1, "error: no way", "0.1 s  plan\nerror: no way\n"))
                .hasMessage("error: no way\n\nbefore that:\n0.1 s  plan");
        assertThat(new FailedRunException(2, "", "Unknown option: '--foo'\n")).hasMessage("Unknown option: '--foo'");
    }

    @Test
    void aConnectionStringThatCannotBeUsedIsBadInputAndNotRepeated() {
        assertThat(run("emulator", "start", "--port", "0", "--storage", "AccountName=a;AccountKey=%secret%"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("error CLI108: the connection string of the storage account cannot be used")
                .doesNotContain("secret");
    }

    private int run(String... arguments) {
        try (Terminal terminal = Terminal.plain(out, err)) {
            Wiring wiring = new Wiring(Map.of(), Clock.systemUTC(), directory, SparkHost.WORKSTATION);
            return FlowCommand.run(wiring, terminal, arguments);
        }
    }
}
