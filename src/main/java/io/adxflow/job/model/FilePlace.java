package io.adxflow.job.model;

import io.adxflow.base.diagnostic.Span;
import java.util.regex.Pattern;

/**
 * Where a file is.
 *
 * @param written as the job says it
 * @param location what to open: a relative path is resolved against the folder of the job file
 */
public record FilePlace(String written, String location, Span span) {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*", Pattern.DOTALL);

    /** Where a path leads that stands in a file: relative ones begin at the folder of that file. */
    public static String resolve(String file, String path) {
        if (hasScheme(path) || path.startsWith("/") || path.matches("[A-Za-z]:[/\\\\].*")) {
            return path;
        }
        int folder = Math.max(file.lastIndexOf('/'), hasScheme(file) ? file.indexOf(':') : -1);
        return file.substring(0, folder + 1) + path;
    }

    /** Whether a location names the file system that it belongs to, as {@code dbfs:/Volumes} does. */
    public static boolean hasScheme(String location) {
        return SCHEME.matcher(location).matches();
    }
}
