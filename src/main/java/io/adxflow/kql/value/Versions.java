package io.adxflow.kql.value;

import java.util.regex.Pattern;

/** Versions of up to four parts as one number, eight digits for each part. */
public final class Versions {
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,8}(\\.[0-9]{1,8}){0,3}");
    private static final int PARTS = 4;

    private Versions() {}

    /** The digits of the number; parts that are missing count as 0. Null when it is no version. */
    public static String digits(String version) {
        if (!VERSION.matcher(version).matches()) {
            return null;
        }
        String[] parts = version.split("\\.");
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < PARTS; i++) {
            digits.append(String.format("%08d", i < parts.length ? Integer.parseInt(parts[i]) : 0));
        }
        return digits.toString();
    }
}
