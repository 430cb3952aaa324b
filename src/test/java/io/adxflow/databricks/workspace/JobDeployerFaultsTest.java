package io.adxflow.databricks.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.databricks.FakeWorkspace;
import io.adxflow.databricks.Faults;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever goes wrong, with whichever request: a deployment is done, or the workspace is as it was; a removal is done, or
 * the next one goes on.
 */
@Tag("endtoend")
class JobDeployerFaultsTest {
    private static final int MOST_REQUESTS = 60;
    /** As often as the SDK asks. */
    private static final int PERSISTENT = 4;

    private static final Release FIRST = release("r1");
    private static final Release SECOND = release("r2");

    @ParameterizedTest
    @EnumSource(value = Faults.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "HELD_AFTER_IT_IS_DONE")
    void aNewJobIsThereOrNot(Faults.Kind kind) {
        List<Map<String, Object>> states = new ArrayList<>();
        for (int before = 0; before < MOST_REQUESTS; before++) {
            try (FakeWorkspace workspace = FakeWorkspace.start()) {
                Map<String, Object> old = workspace.state();
                if (deployWith(workspace, kind, before, body("r1"), FIRST)) {
                    states.add(workspace.state());
                } else {
                    assertThat(workspace.state())
                            .as("%s after %s requests", kind, before)
                            .isEqualTo(old);
                }
                if (!workspace.faults.happened()) {
                    break;
                }
            }
        }
        assertThat(states).isNotEmpty().allMatch(states.get(0)::equals);
    }

    @ParameterizedTest
    @EnumSource(value = Faults.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "HELD_AFTER_IT_IS_DONE")
    void anOldJobIsResetOrNot(Faults.Kind kind) {
        List<Map<String, Object>> states = new ArrayList<>();
        for (int before = 0; before < MOST_REQUESTS; before++) {
            try (FakeWorkspace workspace = FakeWorkspace.start()) {
                deploy(workspace, body("r1"), FIRST);
                Map<String, Object> old = workspace.state();
                if (deployWith(workspace, kind, before, body("r2"), SECOND)) {
                    states.add(workspace.state());
                } else {
                    assertThat(workspace.state())
                            .as("%s after %s requests", kind, before)
                            .isEqualTo(old);
                }
                if (!workspace.faults.happened()) {
                    break;
                }
            }
        }
        assertThat(states).isNotEmpty().allMatch(states.get(0)::equals);
    }

    @ParameterizedTest
    @EnumSource(
            value = Faults.Kind.class,
            names = {"THROTTLED", "UNAVAILABLE"})
    void aShortBusyTimeIsWaitedForWithEveryRequest(Faults.Kind kind) {
        List<Map<String, Object>> states = new ArrayList<>();
        for (int before = 0; before < MOST_REQUESTS; before++) {
            try (FakeWorkspace workspace = FakeWorkspace.start()) {
                workspace.faults.next(kind, before, 1);
                deploy(workspace, body("r1"), FIRST);
                states.add(workspace.state());
                if (!workspace.faults.happened()) {
                    break;
                }
            }
        }
        assertThat(states).isNotEmpty().allMatch(states.get(states.size() - 1)::equals);
    }

    @Test
    void aRemovalThatBrokeOffIsGoneOnWith() {
        for (int before = 0; before < MOST_REQUESTS; before++) {
            try (FakeWorkspace workspace = FakeWorkspace.start()) {
                deploy(workspace, body("r1"), FIRST);
                workspace.faults.next(Faults.Kind.BROKEN, before, 1);
                boolean isDone = remove(workspace);
                assertThat(isDone || remove(workspace)).isTrue();

                assertThat(workspace.jobs.settings).isEmpty();
                assertThat(workspace.files.files).containsOnlyKeys("/Volumes/main/etl/adxflow/lib/a.jar");
                if (!workspace.faults.happened()) {
                    break;
                }
            }
        }
    }

    private static boolean remove(FakeWorkspace workspace) {
        JobRemover remover =
                new JobRemover(Workspace.connect(workspace.uri(), Optional.of(FakeWorkspace.TOKEN), new NoWaiting()));
        try {
            remover.remove(remover.find("storms", "/Volumes/main/etl/adxflow/jobs/storms"));
            return true;
        } catch (RemoteException e) {
            return false;
        }
    }

    @Test
    void whatCannotBeTakenBackIsNamed() {
        try (FakeWorkspace workspace = FakeWorkspace.start()) {
            workspace.faults.next(Faults.Kind.BROKEN, 9, MOST_REQUESTS);

            assertThat(failure(workspace))
                    .contains("left on the workspace: the file /Volumes/main/etl/adxflow/lib/a.jar");
        }
    }

    @Test
    void aJobOfWhichNothingIsKnownKeepsItsFiles() {
        try (FakeWorkspace workspace = FakeWorkspace.start()) {
            deploy(workspace, body("r1"), FIRST);
            workspace.faults.next(Faults.Kind.BROKEN, requestsOfAReset() - 1, MOST_REQUESTS);

            assertThat(failure(workspace)).contains("whether the job was changed is not known: deploy it again");
            assertThat(workspace.files.files).containsKeys("/Volumes/main/etl/adxflow/jobs/storms/r2/storms.yaml");
        }
    }

    /** The reset is the last of them. */
    private static int requestsOfAReset() {
        try (FakeWorkspace workspace = FakeWorkspace.start()) {
            deploy(workspace, body("r1"), FIRST);
            workspace.faults.next(Faults.Kind.BROKEN, MOST_REQUESTS, 1);
            deploy(workspace, body("r2"), SECOND);
            return workspace.faults.requests();
        }
    }

    private static String failure(FakeWorkspace workspace) {
        try {
            deploy(workspace, body("r2"), SECOND);
            return "";
        } catch (RemoteException e) {
            return e.getMessage();
        }
    }

    /** Whether it was done; a short fault is waited for, so that busy workspaces are busy for longer. */
    private static boolean deployWith(
            FakeWorkspace workspace, Faults.Kind kind, int before, Map<String, Object> body, Release release) {
        boolean isShort = kind == Faults.Kind.THROTTLED || kind == Faults.Kind.UNAVAILABLE;
        workspace.faults.next(kind, before, isShort ? PERSISTENT : 1);
        try {
            deploy(workspace, body, release);
            return true;
        } catch (RemoteException | UserException e) {
            return false;
        }
    }

    private static void deploy(FakeWorkspace workspace, Map<String, Object> body, Release release) {
        new JobDeployer(Workspace.connect(workspace.uri(), Optional.of(FakeWorkspace.TOKEN), new NoWaiting()))
                .deploy(body, release);
    }

    private static Map<String, Object> body(String release) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "storms");
        body.put("tags", Map.of("adxflow-digest", release));
        String level = release.equals("r1") ? "CAN_VIEW" : "CAN_MANAGE_RUN";
        body.put("access_control_list", List.of(Map.of("group_name", "analysts", "permission_level", level)));
        return body;
    }

    private static Release release(String name) {
        String folder = "/Volumes/main/etl/adxflow/jobs/storms/" + name;
        return new Release(
                "/Volumes/main/etl/adxflow",
                "/Volumes/main/etl/adxflow/lib/a.jar",
                new byte[] {1},
                Map.of(
                        folder + "/storms.yaml", new byte[] {2},
                        folder + "/conf/prod.yaml", new byte[] {3},
                        folder + "/data/a b.csv", new byte[] {4}));
    }
}
