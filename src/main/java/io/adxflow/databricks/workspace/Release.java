package io.adxflow.databricks.workspace;

import static io.adxflow.databricks.deploy.DeployProblem.NO_VOLUME;

import java.util.List;
import java.util.Map;

/**
 * What a job needs on its volume.
 *
 * @param volume a volume, or a folder of one
 * @param jarPath where the jar goes; a jar that is there is not sent again
 * @param files the other files and where they go, in a folder that no earlier release has
 */
public record Release(String volume, String jarPath, byte[] jar, Map<String, byte[]> files) {
    private static final int PARTS_OF_A_VOLUME = 5;

    public Release {
        files = Map.copyOf(files);
    }

    /** @throws io.adxflow.base.diagnostic.UserException when the volume is missing, or the caller may not see it */
    void requireVolume(Workspace workspace, Caller caller) {
        requireVolume(workspace, volume, caller);
    }

    static void requireVolume(Workspace workspace, String folder, Caller caller) {
        List<String> parts = List.of(folder.split("/"));
        String root = String.join("/", parts.subList(0, PARTS_OF_A_VOLUME));
        if (!workspace.hasFolder(root)) {
            String name = String.join(".", parts.subList(2, PARTS_OF_A_VOLUME));
            throw NO_VOLUME
                    .with(root, caller.name())
                    .withHint(
                            "CREATE VOLUME " + name + ", or have it granted: GRANT READ VOLUME, WRITE VOLUME ON VOLUME "
                                    + name + " TO `" + caller.name() + "`")
                    .toException();
        }
    }
}
