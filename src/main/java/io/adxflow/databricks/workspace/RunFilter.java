package io.adxflow.databricks.workspace;

/**
 * Which runs are wanted.
 *
 * @param name that of their job; every job when it is empty
 */
public record RunFilter(String name, boolean activeOnly) {
    boolean takes(Run run) {
        return name.isEmpty() || name.equals(run.name());
    }
}
