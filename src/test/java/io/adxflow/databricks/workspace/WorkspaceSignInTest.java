package io.adxflow.databricks.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.databricks.sdk.core.DatabricksConfig;
import com.databricks.sdk.core.DatabricksException;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.base.http.HttpServer;
import io.adxflow.base.http.HttpServerOptions;
import io.adxflow.base.http.Response;
import io.adxflow.base.http.Routes;
import io.adxflow.databricks.FakeWorkspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way in that does not lead there is one message with what to do. */
@Tag("endtoend")
class WorkspaceSignInTest {
    private static final URI ELSEWHERE = URI.create("https://adb-1.2.azuredatabricks.net");

    private static final String PROFILES = "databrickscfg";

    @TempDir
    Path directory;

    @Test
    void aProfileSignsIn() throws IOException {
        try (FakeWorkspace fake = FakeWorkspace.start()) {
            DatabricksConfig config = profile("ann", "token = " + FakeWorkspace.TOKEN);

            assertThat(Caller.of(Workspace.connect(fake.uri(), config, new NoWaiting())))
                    .isEqualTo(new Caller(FakeWorkspace.ME, Set.of("analysts")));
        } finally {
            Files.delete(directory.resolve(PROFILES));
        }
    }

    @Test
    void aProfileThatIsMissingIsNamed() throws IOException {
        DatabricksConfig config = profile("bob", "token = x").setProfile("ann");

        assertThatThrownBy(() -> Workspace.connect(ELSEWHERE, config, new NoWaiting()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error DBX211: Databricks' profile cannot be used: ")
                .hasMessageContaining("has no ann profile configured")
                .hasMessageContaining("databricks auth login --host https://adb-1.2.azuredatabricks.net");
    }

    @Test
    void twoWaysInAreNamed() {
        DatabricksConfig config =
                new DatabricksConfig().setToken("x").setUsername("ann").setPassword("y");

        assertThatThrownBy(() -> Workspace.connect(ELSEWHERE, config, new NoWaiting()))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error DBX212: there are several ways to sign in to Databricks: basic and pat")
                .hasMessageContaining("DATABRICKS_AUTH_TYPE");
    }

    @Test
    void noWayInIsTheUsersToFind() {
        Exception failure =
                new DatabricksException("default auth: cannot configure default credentials, please check …");

        assertThat(Refusals.of(ELSEWHERE, "GET /api", failure))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("error DBX210: nobody is signed in to https://adb-1.2.azuredatabricks.net")
                .hasMessageContaining("set DATABRICKS_TOKEN, or run: databricks auth login --host https://adb-1.2");
    }

    @Test
    void anUnknownHostIsToldSo() {
        Workspace workspace =
                Workspace.connect(URI.create("https://nowhere.invalid"), Optional.of("x"), new NoWaiting());

        assertThatThrownBy(() -> Caller.of(workspace))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("hint: no such host: 'host:' of the environment is the address of the workspace")
                .extracting(failure -> ((RemoteException) failure).status())
                .isEqualTo(0);
    }

    @Test
    void aHostThatIsNoWorkspaceIsToldSo() {
        Routes routes =
                new Routes().get("/api/2.0/preview/scim/v2/Me", request -> Response.text(200, "text/html", "<html>"));
        try (HttpServer server =
                HttpServer.start(HttpServerOptions.anyPort(), routes, (request, failure) -> Response.empty(404))) {
            Workspace workspace = Workspace.connect(server.uri(), Optional.of("x"), new NoWaiting());

            assertThatThrownBy(() -> Caller.of(workspace))
                    .isInstanceOf(RemoteException.class)
                    .hasMessageContaining("it answered with a web page")
                    .hasMessageContaining("hint: is 'host:' the address of the workspace");
        }
    }

    private DatabricksConfig profile(String name, String line) throws IOException {
        Path file = Files.writeString(directory.resolve(PROFILES), "[" + name + "]\n" + line + "\n");
        return new DatabricksConfig().setConfigFile(file.toString()).setProfile(name);
    }
}
