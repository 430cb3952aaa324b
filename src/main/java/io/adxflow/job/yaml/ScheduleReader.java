package io.adxflow.job.yaml;

import static io.adxflow.job.model.JobProblem.BAD_CRON;
import static io.adxflow.job.model.JobProblem.NEVER_FIRES;
import static io.adxflow.job.model.JobProblem.UNKNOWN_ZONE;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.Cron;
import io.adxflow.job.model.Schedule;
import io.adxflow.job.model.Text;
import io.adxflow.job.shape.DeploymentShape;
import java.time.ZoneId;
import java.util.Optional;

/** Reads when a job runs by itself. */
record ScheduleReader(Values values) {
    Optional<Schedule> read(YamlNode node) {
        return values.fields(node, DeploymentShape.SCHEDULE, node.span()).flatMap(fields -> {
            Optional<Cron> cron = fields.find("cron").flatMap(values::text).flatMap(this::cron);
            Optional<ZoneId> zone = fields.find("zone").flatMap(values::text).flatMap(this::zone);
            boolean isPaused = fields.find("paused").flatMap(values::truth).orElse(false);
            return cron.flatMap(found -> zone.map(where -> new Schedule(found, where, isPaused, node.span())));
        });
    }

    private Optional<Cron> cron(Text text) {
        try {
            Cron cron = Cron.parse(text.value());
            if (cron.mayHappen()) {
                return Optional.of(cron);
            }
            values.findings().add(NEVER_FIRES.at(text.span(), text.value()).withHint("no year has such a day"));
        } catch (IllegalArgumentException e) {
            values.findings()
                    .add(BAD_CRON.at(text.span(), text.value(), e.getMessage())
                            .withHint("for example 0 30 6 * * ?, at half past six every day"));
        }
        return Optional.empty();
    }

    private Optional<ZoneId> zone(Text text) {
        if (ZoneId.getAvailableZoneIds().contains(text.value())) {
            return Optional.of(ZoneId.of(text.value()));
        }
        values.findings()
                .add(UNKNOWN_ZONE
                        .at(text.span(), text.value())
                        .withHint(Suggestion.closest(text.value(), ZoneId.getAvailableZoneIds())
                                .map(close -> "did you mean '" + close + "'?")
                                .orElse("for example UTC or Europe/Berlin")));
        return Optional.empty();
    }
}
