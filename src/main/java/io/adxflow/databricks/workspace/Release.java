package io.adxflow.databricks.workspace;

import java.util.Map;

/**
 * What a job needs on its volume.
 *
 * @param jarPath where the jar goes; a jar that is there is not sent again
 * @param files the other files and where they go, in a folder that no earlier release has
 */
public record Release(String volume, String jarPath, byte[] jar, Map<String, byte[]> files) {
    public Release {
        files = Map.copyOf(files);
    }
}
