package io.adxflow.run.report;

import io.adxflow.run.model.RunFailure;
import io.adxflow.run.model.RunResult;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/** How reports write numbers, times and outcomes. */
final class Words {
    private Words() {}

    static String rows(long rows) {
        return String.format(Locale.ROOT, "%,d", rows);
    }

    static String rows(OptionalLong rows) {
        return rows.isPresent() ? rows(rows.getAsLong()) : "-";
    }

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    /** One word for the whole run. */
    static String outcome(RunResult result) {
        if (result.succeeded()) {
            return "done";
        }
        if (result.failure().isEmpty()) {
            return "a check failed";
        }
        return result.failure().get().kind() == RunFailure.Kind.CANCELLED ? "cancelled" : "failed";
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Several lines as one. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
