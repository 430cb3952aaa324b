package io.adxflow.job.model;

import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/** The values that one field of a cron expression allows. A range whose end is before its start goes around. */
record CronField(String name, int first, int last, List<String> words, NavigableSet<Integer> values) {
    private static final List<String> NO_WORDS = List.of();
    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final List<String> DAYS = List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

    /** @throws IllegalArgumentException with the reason, when the text is none */
    private static CronField read(String name, int first, int last, List<String> words, String text) {
        CronField field = new CronField(name, first, last, words, new TreeSet<>());
        for (String part : text.split(",", -1)) {
            field.add(part);
        }
        return field;
    }

    static CronField seconds(String text) {
        return read("second", 0, 59, NO_WORDS, text);
    }

    static CronField minutes(String text) {
        return read("minute", 0, 59, NO_WORDS, text);
    }

    static CronField hours(String text) {
        return read("hour", 0, 23, NO_WORDS, text);
    }

    static CronField daysOfMonth(String text) {
        return read("day of the month", 1, 31, NO_WORDS, text);
    }

    static CronField months(String text) {
        return read("month", 1, 12, MONTHS, text);
    }

    /** Sunday is 1. */
    static CronField daysOfWeek(String text) {
        return read("day of the week", 1, 7, DAYS, text);
    }

    static CronField years(String text) {
        return read("year", 1970, 2099, NO_WORDS, text);
    }

    boolean contains(int value) {
        return values.contains(value);
    }

    private void add(String part) {
        String[] stepped = part.split("/", -1);
        if (stepped.length > 2) {
            throw wrong(part);
        }
        int step = stepped.length == 2 ? step(stepped[1]) : 1;
        String[] range = stepped[0].split("-", -1);
        if (stepped[0].equals("*")) {
            addRange(first, last, step);
        } else if (range.length == 2) {
            addRange(value(range[0]), value(range[1]), step);
        } else if (range.length == 1) {
            int start = value(stepped[0]);
            addRange(start, stepped.length == 2 ? last : start, step);
        } else {
            throw wrong(part);
        }
    }

    private void addRange(int from, int to, int step) {
        int size = last - first + 1;
        int end = to < from ? to + size : to;
        for (int value = from; value <= end; value += step) {
            values.add(value > last ? value - size : value);
        }
    }

    private int step(String text) {
        if (!text.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException("a step of the " + name + " is a positive number, found '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private int value(String text) {
        int word = words.indexOf(text.toUpperCase(Locale.ROOT));
        if (word >= 0) {
            return first + word;
        }
        if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) < first || Integer.parseInt(text) > last) {
            throw wrong(text);
        }
        return Integer.parseInt(text);
    }

    private IllegalArgumentException wrong(String text) {
        return new IllegalArgumentException("the " + name + " is between " + first + " and " + last
                + (words.isEmpty() ? "" : ", or a word such as " + words.get(0)) + ", found '" + text + "'");
    }
}
