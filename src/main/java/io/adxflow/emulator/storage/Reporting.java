package io.adxflow.emulator.storage;

import java.util.Locale;
import java.util.Map;

/** What a client wants to be told about an ingestion through the queues. The status table is told in any case. */
record Reporting(boolean tellsFailures, boolean tellsSuccesses) {

    /** {@code reportLevel} and {@code reportMethod}, by name or by number; without them failures are told. */
    static Reporting of(Map<String, Object> message) {
        String level = text(message.get("reportLevel"));
        String method = text(message.get("reportMethod"));
        boolean queued = !method.equals("table") && !method.equals("1");
        boolean none = level.equals("none") || level.equals("1");
        boolean both = level.equals("failuresandsuccesses") || level.equals("2");
        return new Reporting(queued && !none, queued && both);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString().toLowerCase(Locale.ROOT);
    }
}
