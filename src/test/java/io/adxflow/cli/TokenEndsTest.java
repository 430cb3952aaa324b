package io.adxflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.cli.FlowRoom.Said;
import io.adxflow.entra.FakeEntra;
import io.adxflow.entra.TokenGate;
import io.adxflow.secret.Secret;
import io.adxflow.secret.entra.Entra;
import io.adxflow.secret.entra.Identity;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A token ends in the middle of a run. */
@Tag("endtoend")
class TokenEndsTest {
    private static final String APP_KEY =
            "{mode: app-key, tenant: contoso.com, app-id: " + FakeEntra.APP + ", app-key: \"{{secrets/adx/key}}\"}";

    @TempDir
    Path directory;

    private final FakeEntra entra = FakeEntra.start();
    private FlowRoom room;
    private TokenGate gate;

    @BeforeEach
    void describe() {
        entra.tokens().liveFor(4);
        room = new FlowRoom(directory);
        gate = new TokenGate(room.url(), entra.tokens());
        room.setVariable("ADXFLOW_ENTRA_STAND_IN", entra.uri().toString());
        room.setVariable("ADXFLOW_SECRET_ADX_KEY", FakeEntra.KEY);
        room.write(
                "jobs/job.yaml",
                "name: job\nread:\n  rows: {kql: \"range Id from 1 to 3 step 1 | extend Slow = 'a'\"}\nwrite:\n"
                        + "  Rows: {from: rows, mode: append}\n");
    }

    @AfterEach
    void leave() {
        gate.close();
        room.close();
        entra.close();
    }

    @Test
    void thatOfAnApplicationIsRenewed() {
        Said said = run(APP_KEY);
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(gate.refused()).isEmpty();
        assertThat(gate.ofSlowQueries()).isNotEmpty();
    }

    @Test
    void oneThatSomebodyFetchedEndsTheRunWithOneMessage() {
        Identity app = new Identity.AppKey(FakeEntra.TENANT, FakeEntra.APP, new Secret(FakeEntra.KEY));
        String token = Entra.tokens(app, entra.cloud()).token().value().reveal();
        room.setVariable("ADXFLOW_SECRET_ADX_TOKEN", token);
        Said said = run("{mode: token, token: \"{{secrets/adx/token}}\"}");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .containsOnlyOnce("error ADX202")
                .contains("did not accept the sign-in", "a token lives about an hour", "fetch a new one")
                .doesNotContain(token);
        assertThat(said.out()).contains("not committed").doesNotContain(token);
    }

    private Said run(String auth) {
        room.write(
                "conf/prod.yaml",
                "adx:\n  cluster: " + gate.url() + "\n  database: NetDefaultDB\n  engine: builtin\n  auth:\n    " + auth
                        + "\n");
        return room.run("run", "jobs/job.yaml", "--env", "prod");
    }
}
