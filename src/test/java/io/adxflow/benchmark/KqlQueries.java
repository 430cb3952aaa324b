package io.adxflow.benchmark;

import java.util.List;

/** Twelve queries of the kinds that people write most, each beside the SQL that a person would write on a natural table. */
final class KqlQueries {
    static final List<KqlQuery> ALL = List.of(
            new KqlQuery(
                    "filter",
                    "Flights | where origin == 'ORD' and delay > 60 and date >= datetime(2001-02-01)",
                    "SELECT * FROM flights WHERE origin = 'ORD' AND delay > 60 AND date >= TIMESTAMP '2001-02-01'"),
            new KqlQuery(
                    "projection with functions",
                    """
                    Flights
                    | project Day = startofday(date), Month = monthofyear(date), Hour = hourofday(date),
                        Route = strcat(origin, '-', destination), Area = tolower(substring(origin, 0, 2)),
                        Kilometres = round(distance / 0.6214, 1), Late = iff(delay > 15, 'late', 'on time')
                    | summarize max(Day), max(Month), max(Hour), max(Route), max(Area), max(Kilometres), min(Late)""",
                    """
                    SELECT max(date_trunc('day', date)), max(month(date)), max(hour(date)),
                        max(origin || '-' || destination), max(lower(substring(origin, 1, 2))),
                        max(round(distance / 0.6214, 1)), min(CASE WHEN delay > 15 THEN 'late' ELSE 'on time' END)
                    FROM flights"""),
            new KqlQuery(
                    "aggregation, no key",
                    "Flights | summarize count(), avg(delay), max(delay), sum(distance), countif(delay > 15)",
                    """
                    SELECT count(*), avg(delay), max(delay), sum(distance)::BIGINT, count(*) FILTER (WHERE delay > 15)
                    FROM flights"""),
            new KqlQuery(
                    "aggregation, 230 keys",
                    "Flights | summarize count(), avg(delay), max(distance) by origin",
                    "SELECT origin, count(*), avg(delay), max(distance) FROM flights GROUP BY origin"),
            new KqlQuery(
                    "aggregation, 40,000 keys",
                    "Flights | summarize count(), avg(delay) by origin, bin(date, 1d)",
                    "SELECT origin, date_trunc('day', date), count(*), avg(delay) FROM flights GROUP BY ALL"),
            new KqlQuery(
                    "aggregation, 210,000 keys",
                    "Flights | summarize Late = countif(delay > 15), Longest = max(distance) by date",
                    """
                    SELECT date, count(*) FILTER (WHERE delay > 15), max(distance) FROM flights GROUP BY date"""),
            new KqlQuery(
                    "join with a small table",
                    """
                    Flights
                    | join kind=inner Airports on $left.origin == $right.code
                    | summarize count(), avg(delay) by region""",
                    """
                    SELECT region, count(*), avg(delay) FROM flights JOIN airports ON origin = code GROUP BY region"""),
            new KqlQuery("top", "Flights | top 100 by delay", "SELECT * FROM flights ORDER BY delay DESC LIMIT 100"),
            new KqlQuery(
                    "distinct",
                    "Flights | distinct origin, destination",
                    "SELECT DISTINCT origin, destination FROM flights"),
            new KqlQuery(
                    "make-series",
                    """
                    Flights
                    | make-series Flights = count() on date from datetime(2001-01-01) to datetime(2001-07-01) step 1d
                        by origin""",
                    """
                    WITH days AS (SELECT unnest(range(TIMESTAMP '2001-01-01', TIMESTAMP '2001-07-01', INTERVAL 1 DAY)) AS day),
                      counts AS (SELECT origin, date_trunc('day', date) AS day, count(*) AS n
                                 FROM flights WHERE date >= '2001-01-01' AND date < '2001-07-01' GROUP BY ALL),
                      origins AS (SELECT DISTINCT origin FROM counts)
                    SELECT origin, list(coalesce(n, 0) ORDER BY day), list(day ORDER BY day)
                    FROM origins CROSS JOIN days LEFT JOIN counts USING (origin, day) GROUP BY origin"""),
            new KqlQuery(
                    "mv-expand on arrays",
                    "Trips | mv-expand stop = stops to typeof(string) | summarize count() by stop",
                    """
                    SELECT stop, count(*) FROM (SELECT unnest(stops) AS stop FROM trips) GROUP BY stop"""),
            new KqlQuery(
                    "string search with has",
                    "Trips | where note has 'ord' | summarize count(), max(note)",
                    """
                    SELECT count(*), max(note) FROM trips WHERE regexp_matches(note, '(?i)\\bord\\b')"""));

    /** Where the values of the emulator are further from those of SQL: texts, and arrays that are made of rows. */
    static final List<KqlQuery> FURTHER = List.of(
            new KqlQuery(
                    "text of a datetime",
                    "Flights | summarize count() by Month = format_datetime(date, 'yyyy-MM')",
                    "SELECT strftime(date, '%Y-%m') AS month, count(*) FROM flights GROUP BY month"),
            new KqlQuery(
                    "part of a text",
                    "Trips | summarize count() by Second = tostring(split(note, ' ')[1])",
                    "SELECT string_split(note, ' ')[2] AS part, count(*) FROM trips GROUP BY part"),
            new KqlQuery(
                    "parse",
                    "Trips | parse note with First ' ' * | summarize count() by First",
                    "SELECT regexp_extract(note, '^(.*?) ', 1) AS part, count(*) FROM trips GROUP BY part"),
            new KqlQuery(
                    "set for each key",
                    "Flights | summarize Reached = array_length(make_set(destination)) by origin",
                    "SELECT origin, len(list(DISTINCT destination)) FROM flights GROUP BY origin"),
            new KqlQuery(
                    "rows of an array of columns",
                    "Flights | mv-expand Airport = pack_array(origin, destination) to typeof(string) | summarize count() by Airport",
                    """
                    SELECT airport, count(*) FROM (SELECT unnest([origin, destination]) AS airport FROM flights)
                    GROUP BY airport"""));

    private KqlQueries() {}
}
