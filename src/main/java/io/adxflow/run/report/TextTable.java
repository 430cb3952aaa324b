package io.adxflow.run.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns. Columns of numbers stand to the right. */
public final class TextTable {
    private static final String GAP = "   ";

    private final List<String> titles;
    private final List<Boolean> numbers = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private TextTable(List<String> titles) {
        this.titles = titles;
        titles.forEach(title -> numbers.add(false));
    }

    public static TextTable of(String... titles) {
        return new TextTable(Arrays.asList(titles));
    }

    public static TextTable of(List<String> titles) {
        return new TextTable(List.copyOf(titles));
    }

    /** Says which column, from zero, holds numbers. */
    public TextTable withNumbersIn(int column) {
        numbers.set(column, true);
        return this;
    }

    public TextTable row(String... cells) {
        return row(Arrays.asList(cells));
    }

    public TextTable row(List<String> cells) {
        if (cells.size() != titles.size()) {
            throw new IllegalArgumentException(cells.size() + " cells for " + titles.size() + " columns");
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The lines, each with a line break. */
    public String render() {
        StringBuilder text = new StringBuilder();
        line(text, titles);
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String padding = " ".repeat(width(i) - cells.get(i).length());
            line.append(i == 0 ? "" : GAP).append(numbers.get(i) ? padding + cells.get(i) : cells.get(i) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        return rows.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(titles.get(column).length(), Math::max);
    }
}
