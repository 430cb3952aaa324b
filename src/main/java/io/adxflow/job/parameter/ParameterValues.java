package io.adxflow.job.parameter;

import io.adxflow.job.model.ParameterType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which texts are values of which type of parameter. */
public final class ParameterValues {
    private static final Pattern LONG = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern REAL = Pattern.compile("-?[0-9]{1,300}\\.[0-9]{1,300}([eE][-+]?[0-9]{1,3})?");
    private static final Pattern DATETIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})"
            + "([T ]([0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?)(Z|[+-][0-9]{2}:[0-9]{2})?)?");
    private static final Pattern TIMESPAN = Pattern.compile(
            "-?([0-9]{1,9}(\\.[0-9]{1,7})?(d|h|m|s|ms)|([0-9]{1,8}\\.)?[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?)");

    /** What a value of a type looks like, for hints. */
    static final Map<ParameterType, String> EXAMPLES = Map.of(
            ParameterType.STRING, "text",
            ParameterType.LONG, "42",
            ParameterType.REAL, "0.5",
            ParameterType.BOOL, "true",
            ParameterType.DATETIME, "2024-01-31T12:00:00Z",
            ParameterType.TIMESPAN, "7d");

    private ParameterValues() {}

    /** The type that a value without quotes has. */
    public static ParameterType typeOf(String plain) {
        for (ParameterType type : new ParameterType[] {
            ParameterType.LONG, ParameterType.REAL, ParameterType.BOOL, ParameterType.DATETIME, ParameterType.TIMESPAN
        }) {
            if (isA(type, plain)) {
                return type;
            }
        }
        return ParameterType.STRING;
    }

    public static boolean isA(ParameterType type, String value) {
        return switch (type) {
            case STRING -> true;
            case LONG -> LONG.matcher(value).matches() && isLong(value);
            case REAL -> LONG.matcher(value).matches() || REAL.matcher(value).matches();
            case BOOL -> value.equals("true") || value.equals("false");
            case DATETIME -> isDatetime(value);
            case TIMESPAN -> TIMESPAN.matcher(value).matches();
        };
    }

    public static String example(ParameterType type) {
        return EXAMPLES.get(type);
    }

    private static boolean isLong(String digits) {
        try {
            Long.parseLong(digits);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDatetime(String value) {
        Matcher matcher = DATETIME.matcher(value);
        if (!matcher.matches()) {
            return false;
        }
        try {
            LocalDate.parse(matcher.group(1));
            if (matcher.group(3) != null) {
                LocalTime.parse(matcher.group(3));
            }
            return !matcher.group(1).startsWith("0000");
        } catch (DateTimeException e) {
            return false;
        }
    }
}
