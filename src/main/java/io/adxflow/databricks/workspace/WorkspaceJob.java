package io.adxflow.databricks.workspace;

import io.adxflow.databricks.deploy.JobBody;
import java.util.List;
import java.util.Map;

/**
 * A job as a workspace has it.
 *
 * @param settings what it was created with or reset to, and what the workspace added
 */
record WorkspaceJob(long id, String creator, Map<?, ?> settings) {
    /**
     * Whether it is what a body asks for: the body was the last that was sent, and nobody has changed what it says since.
     * Permissions are no part of the settings; what the body says of them is in its digest.
     */
    boolean isAsAskedFor(Map<String, Object> body) {
        return digest(settings).equals(digest(body)) && has(settings, JobBody.settings(body));
    }

    private static Object digest(Map<?, ?> settings) {
        return Workspace.object(settings, "tags").get(JobBody.DIGEST_TAG) instanceof String digest ? digest : "";
    }

    /** Whether everything that is wanted is there; there may be more, for the workspace writes its defaults. */
    private static boolean has(Object found, Object wanted) {
        if (wanted instanceof Map<?, ?> map) {
            return found instanceof Map<?, ?> other
                    && map.entrySet().stream().allMatch(entry -> has(other.get(entry.getKey()), entry.getValue()));
        }
        if (wanted instanceof List<?> list) {
            return found instanceof List<?> other && hasAll(other, list);
        }
        return found != null && found.toString().equals(wanted.toString());
    }

    private static boolean hasAll(List<?> found, List<?> wanted) {
        if (found.size() != wanted.size()) {
            return false;
        }
        for (int index = 0; index < wanted.size(); index++) {
            if (!has(found.get(index), wanted.get(index))) {
                return false;
            }
        }
        return true;
    }
}
