package io.adxflow.databricks.deploy;

import io.adxflow.base.json.Json;
import io.adxflow.job.model.DatabricksTarget;
import io.adxflow.job.model.Deployment;
import io.adxflow.job.model.Engine;
import io.adxflow.job.model.Schedule;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the Jobs API 2.2 is asked for: one task that runs the job jar on a cluster of its own.
 *
 * @see <a href="https://docs.databricks.com/api/workspace/jobs/create">jobs/create</a>
 */
public final class JobBody {
    /** The tag of a job that tells whether it was made from the same request. */
    public static final String DIGEST_TAG = "adxflow-digest";

    static final String CONNECTOR = "com.microsoft.azure.kusto:kusto-spark_3.0_2.12:7.1.1";

    private static final String PERMISSIONS = "access_control_list";
    private static final int SHORT = 12;

    /** Databricks runtime 16.4 LTS. */
    private static final String RUNTIME = "16.4.x-scala2.12";

    /** Every cluster has these, in the versions that Spark was built with. */
    private static final List<String> EXCLUSIONS = List.of("org.apache.spark:*", "org.scala-lang:*", "org.slf4j:*");

    private static final String CLUSTER = "job_cluster";
    private static final String UTC = "-Duser.timezone=UTC";

    private final DeployedJob deployed;
    private final Deployment deployment;

    private JobBody(DeployedJob deployed) {
        this.deployed = deployed;
        this.deployment = deployed.job().deployment();
    }

    /** The body of {@code jobs/create}. */
    public static Map<String, Object> create(DeployedJob deployed) {
        return new JobBody(deployed).create();
    }

    /** The body of {@code runs/submit}, without the token that tells one call from another. */
    public static Map<String, Object> submit(DeployedJob deployed) {
        return new JobBody(deployed).submit();
    }

    /** @param token a second call with the same token starts nothing */
    public static Map<String, Object> submit(DeployedJob deployed, String token) {
        Map<String, Object> body = submit(deployed);
        body.put("idempotency_token", token);
        return body;
    }

    /** What {@code jobs/reset} takes of a body of {@code jobs/create}: permissions have a request of their own. */
    public static Map<String, Object> settings(Map<String, Object> body) {
        Map<String, Object> settings = new LinkedHashMap<>(body);
        settings.remove(PERMISSIONS);
        return settings;
    }

    /** The permissions in a body of {@code jobs/create}. */
    @SuppressWarnings("unchecked")
    public static List<Map<String, Object>> permissions(Map<String, Object> body) {
        return (List<Map<String, Object>>) body.getOrDefault(PERMISSIONS, List.of());
    }

    private Map<String, Object> create() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", deployed.job().name().value());
        if (!deployed.job().description().isBlank()) {
            body.put("description", deployed.job().description().strip());
        }
        Map<String, Object> task = task(true);
        task.put("job_cluster_key", CLUSTER);
        body.put("tasks", List.of(task));
        body.put("job_clusters", List.of(ordered("job_cluster_key", CLUSTER, "new_cluster", cluster())));
        if (!deployment.parameters().isEmpty()) {
            body.put("parameters", parameters());
        }
        deployed.job().schedule().ifPresent(schedule -> body.put("schedule", schedule(schedule)));
        body.put("max_concurrent_runs", 1);
        body.put("queue", Map.of("enabled", true));
        Map<String, String> tags = tags();
        body.put("tags", tags);
        addCommon(body);
        String digest = RunToken.digest(List.of(Json.write(body).getBytes(StandardCharsets.UTF_8)));
        tags.put(DIGEST_TAG, digest.substring(0, SHORT));
        return body;
    }

    private Map<String, Object> submit() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("run_name", deployed.job().name().value());
        Map<String, Object> task = task(false);
        task.put("new_cluster", cluster());
        body.put("tasks", List.of(task));
        body.put("queue", Map.of("enabled", true));
        addCommon(body);
        return body;
    }

    private void addCommon(Map<String, Object> body) {
        deployment.timeout().ifPresent(timeout -> body.put("timeout_seconds", timeout.toSeconds()));
        body.putAll(NotificationBody.of(deployment));
        deployed.target().runAs().ifPresent(who -> body.put("run_as", Map.of(principalKey(who), who)));
        if (!deployment.permissions().isEmpty()) {
            body.put(
                    PERMISSIONS,
                    deployment.permissions().stream().map(JobBody::permission).toList());
        }
    }

    private Map<String, Object> task(boolean isJob) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("task_key", "run");
        task.put("spark_jar_task", ordered("main_class_name", "io.adxflow.Main", "parameters", arguments(isJob)));
        task.put("libraries", libraries());
        if (isJob && deployment.retries() > 0) {
            task.put("max_retries", deployment.retries());
            task.put(
                    "min_retry_interval_millis",
                    deployment.retryAfter().orElse(Duration.ZERO).toMillis());
            task.put("retry_on_timeout", false);
        }
        return task;
    }

    private List<Object> libraries() {
        List<Object> libraries = new ArrayList<>(List.of(Map.of("jar", deployed.jarPath())));
        if (deployed.environment().adx().engine() == Engine.CONNECTOR) {
            libraries.add(Map.of("maven", ordered("coordinates", CONNECTOR, "exclusions", EXCLUSIONS)));
        }
        return libraries;
    }

    private List<String> arguments(boolean isJob) {
        List<String> arguments =
                new ArrayList<>(List.of("run", deployed.jobPath(), "--env", deployed.environmentPath()));
        Map<String, String> values = new TreeMap<>();
        deployment
                .parameters()
                .forEach((name, value) -> values.put(name, isJob ? "{{job.parameters." + name + "}}" : value.value()));
        values.putAll(deployed.settings());
        values.forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        return arguments;
    }

    private List<Object> parameters() {
        List<Object> parameters = new ArrayList<>();
        new TreeMap<>(deployment.parameters())
                .forEach((name, value) -> parameters.add(ordered("name", name, "default", value.value())));
        return parameters;
    }

    private Map<String, Object> cluster() {
        DatabricksTarget target = deployed.target();
        Map<String, Object> cluster = new LinkedHashMap<>();
        cluster.put("spark_version", RUNTIME);
        cluster.put("node_type_id", target.nodeType());
        if (target.workers().varies()) {
            cluster.put(
                    "autoscale",
                    ordered(
                            "min_workers", target.workers().least(),
                            "max_workers", target.workers().most()));
        } else {
            cluster.put("num_workers", target.workers().least());
        }
        // Also called dedicated; this name needs no other kind of cluster.
        cluster.put("data_security_mode", "SINGLE_USER");
        target.runAs().ifPresent(who -> cluster.put("single_user_name", who));
        target.policy().ifPresent(policy -> cluster.put("policy_id", policy));
        cluster.put(
                "spark_conf", ordered("spark.driver.extraJavaOptions", UTC, "spark.executor.extraJavaOptions", UTC));
        cluster.put("custom_tags", tags());
        return cluster;
    }

    private Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>(deployment.tags());
        tags.put("adxflow", deployed.job().name().value());
        return tags;
    }

    private static Map<String, Object> schedule(Schedule schedule) {
        Map<String, Object> body = ordered(
                "quartz_cron_expression",
                schedule.cron().toString(),
                "timezone_id",
                schedule.zone().getId());
        body.put("pause_status", schedule.isPaused() ? "PAUSED" : "UNPAUSED");
        return body;
    }

    static Map<String, Object> permission(Deployment.Permission permission) {
        String who =
                switch (permission.kind()) {
                    case USER -> "user_name";
                    case GROUP -> "group_name";
                    case SERVICE_PRINCIPAL -> "service_principal_name";
                };
        String level =
                switch (permission.level()) {
                    case VIEW -> "CAN_VIEW";
                    case MANAGE_RUN -> "CAN_MANAGE_RUN";
                    case MANAGE -> "CAN_MANAGE";
                    case IS_OWNER -> "IS_OWNER";
                };
        return ordered(who, permission.name(), "permission_level", level);
    }

    private static String principalKey(String who) {
        return who.contains("@") ? "user_name" : "service_principal_name";
    }

    static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }
}
