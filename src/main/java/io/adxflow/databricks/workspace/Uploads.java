package io.adxflow.databricks.workspace;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/** Brings files to a volume. What is there already is not sent again, for its place tells its content. */
final class Uploads {
    private final Workspace workspace;
    private final Changes changes;
    private final Set<String> folders = new HashSet<>();

    Uploads(Workspace workspace, Changes changes) {
        this.workspace = workspace;
        this.changes = changes;
    }

    /** Whether nothing is left to bring. */
    boolean areThere(Release release) {
        return workspace.hasFile(release.jarPath())
                && release.files().keySet().stream().allMatch(workspace::hasFile);
    }

    void bring(Release release) {
        bring(release.jarPath(), release.jar());
        new TreeMap<>(release.files()).forEach(this::bring);
    }

    private void bring(String file, byte[] bytes) {
        if (workspace.hasFile(file)) {
            return;
        }
        createFolder(parent(file));
        changes.willDo("the file " + file, () -> {
            if (workspace.hasFile(file)) {
                workspace.deleteFile(file);
            }
        });
        workspace.upload(file, bytes);
    }

    /** One folder after the other, so that each that was missing can go again. */
    private void createFolder(String folder) {
        Deque<String> missing = new ArrayDeque<>();
        String next = folder;
        while (!folders.contains(next) && !workspace.hasFolder(next)) {
            missing.push(next);
            next = parent(next);
        }
        for (String name : missing) {
            changes.willDo("the folder " + name, () -> {
                if (workspace.hasFolder(name)) {
                    workspace.deleteFolder(name);
                }
            });
            workspace.createFolder(name);
        }
        folders.add(folder);
        folders.addAll(missing);
    }

    private static String parent(String path) {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
