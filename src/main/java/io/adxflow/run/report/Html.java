package io.adxflow.run.report;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of HTML. Text that is not ours goes through {@link #text}. */
final class Html {
    private Html() {}

    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static String pre(String text) {
        return "<pre>" + text(text) + "</pre>";
    }

    /**
     * A titled table, or nothing when there are no rows.
     *
     * @param columns titles; one that begins with {@code #} is a column of numbers
     * @param rows cells as HTML
     */
    static String table(String title, List<String> columns, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        String head = columns.stream()
                .map(column -> "<th" + numeric(column) + ">" + column.replace("#", "") + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> "<tr>" + cells(columns, row) + "</tr>\n")
                .collect(Collectors.joining());
        return "<h2>" + title + "</h2><table><tr>" + head + "</tr>\n" + body + "</table>\n";
    }

    private static String cells(List<String> columns, List<String> row) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            cells.append("<td")
                    .append(numeric(columns.get(i)))
                    .append('>')
                    .append(row.get(i))
                    .append("</td>");
        }
        return cells.toString();
    }

    private static String numeric(String column) {
        return column.startsWith("#") ? " class=\"n\"" : "";
    }
}
