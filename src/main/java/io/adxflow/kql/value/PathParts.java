package io.adxflow.kql.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a Windows or Unix path, or of a URL, as {@code parse_path()} names them. */
public final class PathParts {
    private static final Pattern PATH = Pattern.compile(
            "(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]+)://)?(?<root>[A-Za-z]:|\\\\\\\\[^\\\\/]+)?(?<rest>.*)",
            Pattern.DOTALL);

    private PathParts() {}

    public static String of(String path) {
        Matcher matcher = PATH.matcher(path);
        if (!matcher.matches()) {
            return null;
        }
        String rest = matcher.group("rest");
        int slash = Math.max(rest.lastIndexOf('/'), rest.lastIndexOf('\\'));
        String directory = slash < 0 ? "" : rest.substring(0, slash);
        String file = rest.substring(slash + 1);
        int stream = file.indexOf(':');
        String name = stream < 0 ? file : file.substring(0, stream);
        int dot = name.lastIndexOf('.');
        String root = text(matcher.group("root"));
        String drive = root.startsWith("\\\\") ? "" : root;
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("Scheme", text(matcher.group("scheme")));
        parts.put("RootPath", drive);
        parts.put("DirectoryPath", root + directory);
        parts.put(
                "DirectoryName",
                directory.substring(Math.max(directory.lastIndexOf('/'), directory.lastIndexOf('\\')) + 1));
        parts.put("Filename", name);
        parts.put("Extension", dot < 0 ? "" : name.substring(dot + 1));
        parts.put("AlternateDataStreamName", stream < 0 ? "" : file.substring(stream + 1));
        return JsonText.of(parts);
    }

    private static String text(String group) {
        return group == null ? "" : group;
    }
}
