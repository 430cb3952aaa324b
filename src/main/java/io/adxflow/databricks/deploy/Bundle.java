package io.adxflow.databricks.deploy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code databricks.yml} with jobs, for those who deploy with Databricks' own tool. The files are expected on the volume.
 *
 * @see <a href="https://docs.databricks.com/dev-tools/bundles/settings">bundle settings</a>
 */
public final class Bundle {
    private Bundle() {}

    /** @param jobs at least one; all of one environment */
    public static Map<String, Object> of(List<DeployedJob> jobs) {
        DeployedJob first = jobs.get(0);
        Map<String, Object> resources = new LinkedHashMap<>();
        jobs.forEach(job -> resources.put(job.job().name().value(), resource(job)));
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("default", true);
        target.put("workspace", Map.of("host", first.target().host().toString()));
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("bundle", Map.of("name", "adxflow"));
        bundle.put("targets", Map.of(first.environment().name(), target));
        bundle.put("resources", Map.of("jobs", resources));
        return bundle;
    }

    /** A job is what it is for the API, but that permissions have another name and other keys, and no tag is ours. */
    private static Map<String, Object> resource(DeployedJob job) {
        Map<String, Object> created = JobBody.create(job);
        Map<String, Object> body = JobBody.settings(created);
        Map<Object, Object> tags = new LinkedHashMap<>((Map<?, ?>) body.get("tags"));
        tags.remove(JobBody.DIGEST_TAG);
        body.put("tags", tags);
        if (!JobBody.permissions(created).isEmpty()) {
            body.put(
                    "permissions",
                    JobBody.permissions(created).stream().map(Bundle::renamed).toList());
        }
        return body;
    }

    private static Map<String, Object> renamed(Map<String, Object> permission) {
        Map<String, Object> renamed = new LinkedHashMap<>(permission);
        renamed.put("level", renamed.remove("permission_level"));
        return renamed;
    }
}
