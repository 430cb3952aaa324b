package io.adxflow.databricks.workspace;

import io.adxflow.base.diagnostic.RemoteException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may do what with a job, as its access control list says. A caller who may not read the list has none.
 *
 * @see <a href="https://docs.databricks.com/api/workspace/jobs/getpermissions">jobs/getpermissions</a>
 */
record JobAccess(List<?> entries) {
    private static final String OWNER = "IS_OWNER";
    private static final Set<String> MAY_CHANGE = Set.of(OWNER, "CAN_MANAGE");
    private static final List<String> NAMES = List.of("user_name", "group_name", "service_principal_name");
    private static final int FORBIDDEN = 403;

    static JobAccess of(Workspace workspace, long job) {
        try {
            return new JobAccess(Workspace.list(workspace.get(path(job)), "access_control_list"));
        } catch (RemoteException e) {
            if (e.status() == FORBIDDEN) {
                return new JobAccess(List.of());
            }
            throw e;
        }
    }

    /** Replaces what was given to the job itself; what it inherits stays. */
    static void set(Workspace workspace, long job, List<Map<String, Object>> direct) {
        workspace.put(path(job), Map.of("access_control_list", direct));
    }

    private static String path(long job) {
        return "/api/2.0/permissions/jobs/" + job;
    }

    boolean letsChange(Caller caller) {
        return caller.isAdministrator()
                || entries.stream()
                        .map(entry -> (Map<?, ?>) entry)
                        .filter(caller::isMeant)
                        .flatMap(entry -> levels(entry).map(level -> Workspace.text(level, "permission_level")))
                        .anyMatch(MAY_CHANGE::contains);
    }

    Optional<String> owner() {
        return direct().stream()
                .filter(JobAccess::isOwner)
                .flatMap(entry -> NAMES.stream().filter(entry::containsKey).map(key -> entry.get(key)
                        .toString()))
                .findFirst();
    }

    /** What was given to the job itself, in the words of a request. */
    List<Map<String, Object>> direct() {
        List<Map<String, Object>> found = new ArrayList<>();
        for (Object entry : entries) {
            Map<?, ?> access = (Map<?, ?>) entry;
            levels(access)
                    .filter(level -> !Boolean.TRUE.equals(level.get("inherited")))
                    .forEach(level -> found.add(request(access, Workspace.text(level, "permission_level"))));
        }
        return found;
    }

    /** What is wanted, and the owner of now when nobody else is to be it: a job always has one. */
    List<Map<String, Object>> withOwner(List<Map<String, Object>> wanted) {
        List<Map<String, Object>> all = new ArrayList<>(wanted);
        if (wanted.stream().noneMatch(JobAccess::isOwner)) {
            direct().stream().filter(JobAccess::isOwner).forEach(all::add);
        }
        return all;
    }

    private static boolean isOwner(Map<String, Object> request) {
        return OWNER.equals(request.get("permission_level"));
    }

    private static Stream<Map<?, ?>> levels(Map<?, ?> entry) {
        return Workspace.list(entry, "all_permissions").stream().map(level -> (Map<?, ?>) level);
    }

    private static Map<String, Object> request(Map<?, ?> entry, String level) {
        Map<String, Object> request = new LinkedHashMap<>();
        NAMES.stream().filter(entry::containsKey).forEach(key -> request.put(key, entry.get(key)));
        request.put("permission_level", level);
        return request;
    }
}
