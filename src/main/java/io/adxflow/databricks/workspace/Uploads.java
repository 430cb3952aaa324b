package io.adxflow.databricks.workspace;

import io.adxflow.base.diagnostic.RemoteException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Brings files to a volume for something that needs them; when that does not work, those files go again. */
final class Uploads {
    private final Workspace workspace;
    private final List<String> written = new ArrayList<>();

    Uploads(Workspace workspace) {
        this.workspace = workspace;
    }

    <T> T during(Release release, Supplier<T> work) {
        try {
            if (!workspace.hasFile(release.jarPath())) {
                write(release.jarPath(), release.jar());
            }
            for (Map.Entry<String, byte[]> file : new TreeMap<>(release.files()).entrySet()) {
                if (!workspace.hasFile(file.getKey())) {
                    write(file.getKey(), file.getValue());
                }
            }
            return work.get();
        } catch (RuntimeException e) {
            takeBack(e);
            throw e;
        }
    }

    private void write(String file, byte[] bytes) {
        workspace.createFolder(file.substring(0, file.lastIndexOf('/')));
        written.add(file);
        workspace.upload(file, bytes);
    }

    private void takeBack(RuntimeException why) {
        for (String file : written) {
            try {
                if (workspace.hasFile(file)) {
                    workspace.deleteFile(file);
                }
            } catch (RemoteException e) {
                why.addSuppressed(e);
            }
        }
    }
}
