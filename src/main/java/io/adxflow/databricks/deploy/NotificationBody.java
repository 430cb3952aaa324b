package io.adxflow.databricks.deploy;

import io.adxflow.job.model.Deployment;
import io.adxflow.job.model.Deployment.Notifications;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who hears of a run: people by mail, other services by the destinations that an administrator set up. */
final class NotificationBody {
    private NotificationBody() {}

    static Map<String, Object> of(Deployment deployment) {
        Map<String, Object> body = new LinkedHashMap<>();
        Map<String, Object> mails = events(deployment.notifications(), Notifications::mails, mail -> mail);
        Map<String, Object> hooks =
                events(deployment.notifications(), Notifications::destinations, id -> Map.of("id", id));
        if (!mails.isEmpty()) {
            body.put("email_notifications", mails);
        }
        if (!hooks.isEmpty()) {
            body.put("webhook_notifications", hooks);
        }
        deployment.warnAfter().ifPresent(limit -> {
            Map<String, Object> rule = JobBody.ordered("metric", "RUN_DURATION_SECONDS", "op", "GREATER_THAN");
            rule.put("value", limit.toSeconds());
            body.put("health", Map.of("rules", List.of(rule)));
        });
        return body;
    }

    private static Map<String, Object> events(
            Notifications all, Function<List<String>, List<String>> kind, Function<String, Object> written) {
        Map<String, Object> events = new LinkedHashMap<>();
        add(events, "on_start", kind.apply(all.start()), written);
        add(events, "on_success", kind.apply(all.success()), written);
        add(events, "on_failure", kind.apply(all.failure()), written);
        add(events, "on_duration_warning_threshold_exceeded", kind.apply(all.late()), written);
        return events;
    }

    private static void add(
            Map<String, Object> events, String event, List<String> who, Function<String, Object> written) {
        if (!who.isEmpty()) {
            events.put(event, who.stream().map(written).toList());
        }
    }
}
