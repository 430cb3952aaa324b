package io.adxflow.kql.value;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The code behind string functions. Positions are code points from 0. */
public final class Strings {
    private static final int LONGEST = 100_000_000;

    private Strings() {}

    public static String substring(String text, long start, long length) {
        int size = text.codePointCount(0, text.length());
        long from = start < 0 ? size + start : start;
        if (from < 0 || from >= size || length <= 0) {
            return "";
        }
        int begin = text.offsetByCodePoints(0, (int) from);
        int end = text.offsetByCodePoints(begin, (int) Math.min(length, size - from));
        return text.substring(begin, end);
    }

    public static String repeat(String text, long times, String delimiter) {
        if (times <= 0 || text.length() + delimiter.length() == 0) {
            return "";
        }
        if ((text.length() + delimiter.length()) * (double) times > LONGEST) {
            throw new IllegalArgumentException("strrep() would make a text of more than " + LONGEST + " characters");
        }
        return text + (delimiter + text).repeat((int) times - 1);
    }

    /** Each code point of {@code from} becomes the one at its place in {@code to}, or the last of that. */
    public static String translate(String from, String to, String text) {
        int[] sources = from.codePoints().toArray();
        int[] targets = to.codePoints().toArray();
        StringBuilder translated = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            int at = indexOf(sources, codePoint);
            if (at < 0) {
                translated.appendCodePoint(codePoint);
            } else if (targets.length > 0) {
                translated.appendCodePoint(targets[Math.min(at, targets.length - 1)]);
            }
        });
        return translated.toString();
    }

    /** One lookup after the other; a rewrite that is no text keeps what was found. */
    public static String replaceAll(String text, String lookups, String rewrites) {
        List<?> from = DynamicArrays.elements(lookups);
        List<?> to = DynamicArrays.elements(rewrites);
        if (from == null || to == null || from.size() != to.size()) {
            return null;
        }
        List<Part> parts = List.of(new Part(text, false));
        for (int i = 0; i < from.size(); i++) {
            parts = replaced(parts, DynamicArrays.text(from.get(i)), to.get(i));
        }
        return parts.stream().map(Part::text).collect(Collectors.joining());
    }

    /** A piece of text; what was replaced is not searched again. */
    private record Part(String text, boolean isDone) {}

    private static List<Part> replaced(List<Part> parts, String lookup, Object rewrite) {
        if (lookup.isEmpty()) {
            return parts;
        }
        List<Part> next = new ArrayList<>();
        Part done = new Part(rewrite instanceof String written ? written : lookup, true);
        for (Part part : parts) {
            if (part.isDone()) {
                next.add(part);
                continue;
            }
            int start = 0;
            for (int at = part.text().indexOf(lookup); at >= 0; at = part.text().indexOf(lookup, start)) {
                next.add(new Part(part.text().substring(start, at), false));
                next.add(done);
                start = at + lookup.length();
            }
            next.add(new Part(part.text().substring(start), false));
        }
        return next;
    }

    public static String split(String text, String delimiter) {
        return JsonText.of(parts(text, delimiter));
    }

    public static String splitAt(String text, String delimiter, long index) {
        List<String> parts = parts(text, delimiter);
        return index < 0 || index >= parts.size() ? null : JsonText.of(List.of(parts.get((int) index)));
    }

    /** Of text, lookup, start, length and occurrence; null for parameters that make no sense. */
    public static Long indexOf(Object[] arguments) {
        String text = (String) arguments[0];
        String lookup = (String) arguments[1];
        long length = (Long) arguments[3];
        long occurrence = (Long) arguments[4];
        int size = text.codePointCount(0, text.length());
        long start = (Long) arguments[2] < 0 ? size + (Long) arguments[2] : (Long) arguments[2];
        if (lookup.isEmpty() || start < 0 || length < -1 || occurrence < 1) {
            return null;
        }
        if (start > size) {
            return -1L;
        }
        int from = text.offsetByCodePoints(0, (int) start);
        int at = indexOf(text, lookup, from, length);
        for (long seen = 1; at >= 0 && seen < occurrence; seen++) {
            at = indexOf(text, lookup, at + lookup.length(), length);
        }
        return at < 0 ? -1L : text.codePointCount(0, at);
    }

    /** Within so many characters from a position; each occurrence is looked for in as many. */
    private static int indexOf(String text, String lookup, int from, long length) {
        int left = text.codePointCount(from, text.length());
        int end = length < 0 || length > left ? text.length() : text.offsetByCodePoints(from, (int) length);
        int at = text.indexOf(lookup, from);
        return at + lookup.length() > end ? -1 : at;
    }

    /** Texts may overlap, matches of a pattern may not. */
    public static long count(String text, String search, String kind) {
        if (kind.equalsIgnoreCase("regex")) {
            Matcher matcher = Patterns.java(search).matcher(text);
            return matcher.results().count();
        }
        long count = 0;
        for (int at = text.indexOf(search); at >= 0 && !search.isEmpty(); at = text.indexOf(search, at + 1)) {
            count++;
        }
        return count;
    }

    public static String joined(String array, String delimiter) {
        List<?> elements = DynamicArrays.elements(array);
        return elements == null
                ? null
                : elements.stream().map(DynamicArrays::text).collect(Collectors.joining(delimiter));
    }

    private static List<String> parts(String text, String delimiter) {
        List<String> parts = new ArrayList<>();
        if (delimiter.isEmpty()) {
            text.codePoints().mapToObj(Character::toString).forEach(parts::add);
            return parts;
        }
        int start = 0;
        for (int at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, start)) {
            parts.add(text.substring(start, at));
            start = at + delimiter.length();
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static int indexOf(int[] codePoints, int wanted) {
        for (int i = 0; i < codePoints.length; i++) {
            if (codePoints[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}
