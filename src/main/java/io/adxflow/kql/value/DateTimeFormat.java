package io.adxflow.kql.value;

import java.time.LocalDateTime;
import java.util.Optional;

/** The patterns of {@code format_datetime()} and {@code format_timespan()}: runs of letters, and a few separators. */
public final class DateTimeFormat {
    private static final String SEPARATORS = "/-:,._[] ";

    private DateTimeFormat() {}

    /** Why a pattern of datetimes cannot be used; empty when it can. */
    static Optional<String> problemOfDatetime(String pattern) {
        return problem(() -> datetime(0, pattern));
    }

    /** Why a pattern of timespans cannot be used; empty when it can. */
    static Optional<String> problemOfTimespan(String pattern) {
        return problem(() -> timespan(0, pattern));
    }

    private static Optional<String> problem(Runnable use) {
        try {
            use.run();
            return Optional.empty();
        } catch (IllegalArgumentException unusable) {
            return Optional.of(unusable.getMessage());
        }
    }

    public static String datetime(long ticks, String pattern) {
        LocalDateTime time = Ticks.time(ticks);
        long fraction = ticks % Ticks.SECOND;
        return format(pattern, 2, (letter, length) -> switch (letter) {
            case 'y' -> length > 2 ? padded(time.getYear(), 4) : padded(time.getYear() % 100, length);
            case 'M' -> padded(time.getMonthValue(), length);
            case 'd' -> padded(time.getDayOfMonth(), length);
            case 'H' -> padded(time.getHour(), length);
            case 'h' -> padded((time.getHour() + 11) % 12 + 1, length);
            case 'm' -> padded(time.getMinute(), length);
            case 's' -> padded(time.getSecond(), length);
            case 'f', 'F' -> fraction(letter, fraction, length);
            case 't' -> (time.getHour() < 12 ? "AM" : "PM").substring(0, length);
            default -> null;
        });
    }

    public static String timespan(long ticks, String pattern) {
        long size = Math.abs(ticks);
        String text = format(pattern, 8, (letter, length) -> switch (letter) {
            case 'd' -> padded(size / Ticks.DAY, length);
            case 'H', 'h' -> padded(size / Ticks.HOUR % 24, length);
            case 'm' -> padded(size / Ticks.MINUTE % 60, length);
            case 's' -> padded(size / Ticks.SECOND % 60, length);
            case 'f', 'F' -> fraction(letter, size % Ticks.SECOND, length);
            default -> null;
        });
        return ticks < 0 ? "-" + text : text;
    }

    private interface Piece {
        String of(char letter, int length);
    }

    private static String format(String pattern, int longestDay, Piece piece) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < pattern.length(); ) {
            char letter = pattern.charAt(at);
            if (SEPARATORS.indexOf(letter) >= 0) {
                text.append(letter);
                at++;
                continue;
            }
            int end = at;
            while (end < pattern.length() && pattern.charAt(end) == letter && end - at < longest(letter, longestDay)) {
                end++;
            }
            String value = piece.of(letter, end - at);
            if (value == null) {
                throw new IllegalArgumentException(
                        "'" + letter + "' is not supported in the pattern '" + pattern + "'");
            }
            text.append(value);
            at = end;
        }
        return text.toString();
    }

    private static int longest(char letter, int longestDay) {
        return switch (letter) {
            case 'f', 'F' -> 7;
            case 'y' -> 4;
            case 'd' -> longestDay;
            default -> 2;
        };
    }

    private static String padded(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }

    private static String fraction(char letter, long ticks, int length) {
        String digits = padded(ticks, 7).substring(0, length);
        return letter == 'f' ? digits : digits.replaceFirst("0+$", "");
    }
}
