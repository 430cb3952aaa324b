package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Calendar;
import io.adxflow.kql.value.DateTimeFormat;
import io.adxflow.kql.value.TimeZones;
import java.util.List;

/** Datetimes: their parts, their neighbours, their text. Weeks start on Sunday. */
final class DateTimeFunctions {
    private static final String PARTS =
            "year|quarter|month|week_of_year|day|dayofyear|hour|minute|second|millisecond|" + "microsecond|nanosecond";
    private static final String UNITS =
            "year|quarter|month|week|day|hour|minute|second|millisecond|microsecond|nanosecond";
    private static final String UNITS_BUT_WEEK = UNITS.replace("|week", "");
    private static final String DATE = "(DATE '0001-01-01' + ({0} // 864000000000)::INTEGER)";
    private static final String DATE_OF_PART = DATE.replace("{0}", "{1}");

    // DuckDB decides on constants before it runs, so what is left of the templates below is one branch, mostly plain
    // SQL.
    private static final String START_OF_DAY =
            "(CASE WHEN {1} = 0 THEN {0} - {0} % 864000000000 ELSE kql_start('day', {0}, {1}) END)";
    private static final String START_OF_WEEK = "(CASE WHEN {1} = 0 AND {0} >= 5184000000000 THEN"
            + " ({0} // 864000000000 - ({0} // 864000000000 + 1) % 7) * 864000000000"
            + " ELSE kql_start('week', {0}, {1}) END)";
    private static final String START = "(CASE WHEN {1} = 0 THEN (date_trunc('%1$s', " + DATE
            + ")::DATE - DATE '0001-01-01') * 864000000000 ELSE kql_start('%1$s', {0}, {1}) END)";
    private static final String PART =
            "(CASE lower({0}) WHEN 'year' THEN year" + DATE_OF_PART + " WHEN 'month' THEN month"
                    + DATE_OF_PART + " WHEN 'day' THEN day" + DATE_OF_PART + " WHEN 'hour' THEN {1} // 36000000000 % 24"
                    + " WHEN 'minute' THEN {1} // 600000000 % 60 WHEN 'second' THEN {1} // 10000000 % 60"
                    + " ELSE kql_datetime_part({0}, {1}) END)";
    private static final String DIFFERENCE =
            "(CASE lower({0}) WHEN 'day' THEN {1} // 864000000000 - {2} // 864000000000"
                    + " WHEN 'hour' THEN {1} // 36000000000 - {2} // 36000000000"
                    + " WHEN 'minute' THEN {1} // 600000000 - {2} // 600000000"
                    + " WHEN 'second' THEN {1} // 10000000 - {2} // 10000000 ELSE kql_datetime_diff({0}, {1}, {2}) END)";

    static final List<KqlFunction> ALL = List.of(
            scalar("now(): datetime", "{now}", "When the query started"),
            scalar("now(offset: timespan): datetime", "({now} + {0})", "When the query started, moved"),
            scalar("ago(time: timespan): datetime", "({now} - {0})", "So long before the query started"),
            scalar("startofday(date: datetime, [offset: long = 0]): datetime", START_OF_DAY, "Midnight before")
                    .named(),
            scalar("startofweek(date: datetime, [offset: long = 0]): datetime", START_OF_WEEK, "Sunday before"),
            scalar(
                    "startofmonth(date: datetime, [offset: long = 0]): datetime",
                    START.formatted("month"),
                    "First of the month"),
            scalar(
                    "startofyear(date: datetime, [offset: long = 0]): datetime",
                    START.formatted("year"),
                    "First of the year"),
            scalar(
                    "endofday(date: datetime, [offset: long = 0]): datetime",
                    "kql_end('day', {0}, {1})",
                    "The last tick of the day"),
            scalar(
                    "endofweek(date: datetime, [offset: long = 0]): datetime",
                    "kql_end('week', {0}, {1})",
                    "The last tick of the week"),
            scalar(
                    "endofmonth(date: datetime, [offset: long = 0]): datetime",
                    "kql_end('month', {0}, {1})",
                    "The last tick of the month"),
            scalar(
                    "endofyear(date: datetime, [offset: long = 0]): datetime",
                    "kql_end('year', {0}, {1})",
                    "The last tick of the year"),
            scalar(
                    "dayofweek(date: datetime): timespan",
                    "(CASE WHEN {0} < 3155378112000000000 THEN ({0} // 864000000000 + 1) % 7 * 864000000000 END)",
                    "Days since Sunday; null on the last day of the year 9999"),
            scalar("dayofmonth(date: datetime): int", "day" + DATE + "::INTEGER", "1 to 31"),
            scalar("dayofyear(date: datetime): int", "dayofyear" + DATE + "::INTEGER", "1 to 366"),
            scalar("hourofday(date: datetime): int", "({0} // 36000000000 % 24)::INTEGER", "0 to 23"),
            scalar("monthofyear(date: datetime): int", "month" + DATE + "::INTEGER", "1 to 12"),
            scalar("getmonth(date: datetime): int", "month" + DATE + "::INTEGER", "1 to 12"),
            scalar("getyear(date: datetime): int", "year" + DATE + "::INTEGER", "The year"),
            scalar("week_of_year(date: datetime): long", "week" + DATE + "::BIGINT", "ISO 8601 week, 1 to 53"),
            scalar(
                    "weekofyear(date: datetime): long",
                    "week" + DATE + "::BIGINT",
                    "ISO 8601 week (old; see week_of_year)"),
            scalar("datetime_part(part: " + PARTS + ", date: datetime): long", PART, "One part of a datetime"),
            scalar(
                    "datepart(part: " + PARTS + ", date: datetime): long",
                    PART,
                    "One part of a datetime (old; see datetime_part)"),
            scalar(
                    "datetime_add(period: " + UNITS + ", amount: long, date: datetime): datetime",
                    "kql_datetime_add({0}, {1}, {2})",
                    "Later by so many periods"),
            scalar(
                    "datetime_diff(period: " + UNITS_BUT_WEEK + ", later: datetime, earlier: datetime): long",
                    DIFFERENCE,
                    "Boundaries of a period passed between"),
            scalar(
                    "datetime_diff(period: 'week', later: datetime, earlier: datetime): real",
                    "kql_datetime_diff({0}, {1}, {2})::DOUBLE",
                    "Boundaries of weeks passed between"),
            scalar(
                            "format_datetime(date: datetime, format: string): string",
                            "coalesce(kql_format_datetime({0}, {1}), '')",
                            "Text in a pattern such as yyyy-MM-dd HH:mm:ss.fff")
                    .named(),
            scalar(
                    "make_datetime(year: long, month: long, day: long): datetime",
                    "kql_make_datetime({0}, {1}, {2}, 0, 0, 0.0)",
                    "A date of parts; null when there is none"),
            scalar(
                    "make_datetime(year: long, month: long, day: long, hour: long, minute: long): datetime",
                    "kql_make_datetime({0}, {1}, {2}, {3}, {4}, 0.0)",
                    "A time of parts; null when there is none"),
            scalar(
                    "make_datetime(year: long, month: long, day: long, hour: long, minute: long, second: real):"
                            + " datetime",
                    "kql_make_datetime({0}, {1}, {2}, {3}, {4}, {5})",
                    "A time of parts; null when there is none"),
            scalar("make_datetime(value: text): datetime", "kql_text_to_datetime({0})", "Read from text")
                    .named(),
            scalar(
                    "unixtime_seconds_todatetime(value: real): datetime",
                    "kql_unix_to_datetime({0} * 10000000)",
                    "From seconds since 1970"),
            scalar(
                    "unixtime_milliseconds_todatetime(value: real): datetime",
                    "kql_unix_to_datetime({0} * 10000)",
                    "From milliseconds since 1970"),
            scalar(
                    "unixtime_microseconds_todatetime(value: real): datetime",
                    "kql_unix_to_datetime({0} * 10)",
                    "From microseconds since 1970"),
            scalar(
                    "unixtime_nanoseconds_todatetime(value: long): datetime",
                    "kql_ticks_to_datetime({0} // 100 + 621355968000000000)",
                    "From nanoseconds since 1970"),
            scalar(
                    "datetime_utc_to_local(date: datetime, zone: string): datetime",
                    "kql_utc_to_local({0}, {1})",
                    "The local time of a time zone"),
            scalar(
                    "datetime_local_to_utc(date: datetime, zone: string): datetime",
                    "kql_local_to_utc({0}, {1})",
                    "UTC for a local time of a time zone"),
            scalar("datetime_list_timezones(): dynamic", "kql_zones()", "The names of all time zones"));

    static final List<JavaFunction> JAVA = List.of(
            java(
                    "kql_start(string, datetime, long): datetime",
                    (String unit, Long date, Long offset) -> Calendar.start(unit, date, offset)),
            java(
                    "kql_end(string, datetime, long): datetime",
                    (String unit, Long date, Long offset) -> Calendar.end(unit, date, offset)),
            java("kql_datetime_part(string, datetime): long", Calendar::part),
            java(
                    "kql_datetime_add(string, long, datetime): datetime",
                    (String unit, Long amount, Long date) -> Calendar.add(unit, amount, date)),
            java(
                    "kql_datetime_diff(string, datetime, datetime): long",
                    (String unit, Long later, Long earlier) -> Calendar.difference(unit, later, earlier)),
            java("kql_format_datetime(datetime, string): string", DateTimeFormat::datetime),
            JavaFunction.all("kql_make_datetime(long, long, long, long, long, real): datetime", Calendar::make),
            java("kql_unix_to_datetime(real): datetime", Calendar::ofUnixTicks),
            java("kql_utc_to_local(datetime, string): datetime", TimeZones::toLocal),
            java("kql_local_to_utc(datetime, string): datetime", TimeZones::toUtc),
            JavaFunction.all("kql_zones(): dynamic", none -> TimeZones.names()));

    private DateTimeFunctions() {}
}
