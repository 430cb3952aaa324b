package io.adxflow.databricks.workspace;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.databricks.FakeWorkspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The fake refuses what Databricks does not know, so that a test that passes says something. */
@Tag("endtoend")
class FakeWorkspaceTest {
    private final FakeWorkspace fake = FakeWorkspace.start();
    private final Workspace workspace =
            Workspace.connect(fake.uri(), Optional.of(FakeWorkspace.TOKEN), new NoWaiting());

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aFieldThatTheSdkDoesNotKnowIsRefused() {
        refuses(() -> workspace.post("/api/2.2/jobs/create", Map.of("name", "a", "colour", "red")), "\"colour\"");
        refuses(
                () -> workspace.post(
                        "/api/2.2/jobs/reset",
                        Map.of("job_id", 1, "new_settings", Map.of("access_control_list", List.of()))),
                "\"access_control_list\"");
        refuses(
                () -> workspace.post("/api/2.0/secrets/put", Map.of("scope", "a", "key", "b", "value", "c")),
                "\"value\"");
    }

    @Test
    void aWordThatTheSdkDoesNotKnowIsRefused() {
        refuses(
                () -> workspace.post(
                        "/api/2.2/jobs/create",
                        Map.of("schedule", Map.of("pause_status", "STOPPED", "timezone_id", "UTC"))),
                "STOPPED");
    }

    @Test
    void aCronThatQuartzDoesNotKnowIsRefused() {
        refuses(
                () -> workspace.post(
                        "/api/2.2/jobs/create",
                        Map.of("schedule", Map.of("quartz_cron_expression", "* * * * *", "timezone_id", "UTC"))),
                "Invalid quartz_cron_expression");
    }

    @Test
    void aPageThatIsTooLargeIsRefused() {
        refuses(() -> workspace.get("/api/2.2/jobs/runs/list?limit=25"), "limit must be between 1 and 24");
        refuses(() -> workspace.get("/api/2.2/jobs/list?limit=101"), "limit must be between 1 and 100");
    }

    @Test
    void aFolderThatIsNotEmptyAndAFileWithoutAFolderAreRefused() {
        refuses(() -> workspace.upload("/Volumes/main/etl/adxflow/a/b.txt", new byte[1]), 404, "parent directory");
        workspace.createFolder("/Volumes/main/etl/adxflow/a");
        workspace.upload("/Volumes/main/etl/adxflow/a/b.txt", new byte[1]);
        refuses(() -> workspace.deleteFolder("/Volumes/main/etl/adxflow/a"), "DIRECTORY_NOT_EMPTY");
    }

    private static void refuses(ThrowingCallable request, String reason) {
        refuses(request, 400, reason);
    }

    private static void refuses(ThrowingCallable request, int status, String reason) {
        assertThatThrownBy(request)
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining(reason)
                .extracting(failure -> ((RemoteException) failure).status())
                .isEqualTo(status);
    }
}
