package io.adxflow.kql.value;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Local times; zones are named as in the IANA database. */
public final class TimeZones {
    private TimeZones() {}

    public static Long toLocal(long ticks, String zone) {
        return Ticks.datetimeOrNull(Ticks.of(Ticks.time(ticks)
                .atZone(ZoneOffset.UTC)
                .withZoneSameInstant(zone(zone))
                .toLocalDateTime()));
    }

    public static Long toUtc(long ticks, String zone) {
        return Ticks.datetimeOrNull(Ticks.of(Ticks.time(ticks)
                .atZone(zone(zone))
                .withZoneSameInstant(ZoneOffset.UTC)
                .toLocalDateTime()));
    }

    /** All names, as a JSON array. */
    public static String names() {
        return JsonText.of(
                List.copyOf(ZoneId.getAvailableZoneIds().stream().sorted().toList()));
    }

    /** Why a name cannot be used; empty when it can. */
    static Optional<String> problem(String name) {
        try {
            zone(name);
            return Optional.empty();
        } catch (IllegalArgumentException unknown) {
            return Optional.of(unknown.getMessage());
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("no time zone '" + name + "'", unknown);
        }
    }
}
