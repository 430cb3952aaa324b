package io.adxflow.run.report;

import io.adxflow.run.model.RunPlan.PlannedStep;
import io.adxflow.run.model.RunResult;
import io.adxflow.run.model.SinkResult;
import io.adxflow.run.model.SourceResult;
import io.adxflow.run.model.StepResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Draws which table of a run came from which, with their rows: sources at the left, sinks at the right. A line that
 * passes a column gets a place of its own there, so that it never runs behind a box.
 */
final class GraphSvg {
    private static final int HEIGHT = 44;
    private static final int STEP_Y = 60;
    private static final int GAP = 60;
    /** About the width of a letter of a box's name, in the units of the drawing. */
    private static final double LETTER = 8.6;

    private final List<Box> boxes = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, Box> tables = new HashMap<>();
    private final Map<Integer, Integer> heights = new HashMap<>();

    private GraphSvg() {}

    static String of(RunResult result) {
        GraphSvg graph = new GraphSvg();
        for (SourceResult source : result.sources()) {
            graph.table(source.name(), Words.rows(source.rows()) + " rows", 0);
        }
        for (PlannedStep step : result.plan().steps()) {
            graph.step(step, result.steps());
        }
        int last = 1 + graph.boxes.stream().mapToInt(Box::column).max().orElse(0);
        for (SinkResult sink : result.sinks()) {
            String detail = Words.rows(sink.rows()) + " rows, " + Words.seconds(sink.duration());
            graph.line(sink.from().replace(" (quarantine)", ""), graph.add(sink.name(), detail, last));
        }
        return graph.draw(last);
    }

    private void step(PlannedStep step, List<StepResult> results) {
        int column = 1
                + step.inputs().stream()
                        .map(input -> tables.get(key(input)))
                        .mapToInt(box -> box == null ? 0 : box.column())
                        .max()
                        .orElse(0);
        String rows = results.stream()
                .filter(found -> found.name().equals(step.name()))
                .map(found -> Words.rows(found.rows()))
                .findFirst()
                .orElse("-");
        Box box = table(step.name(), rows + " rows", column);
        step.inputs().forEach(input -> line(input, box));
    }

    private Box table(String name, String detail, int column) {
        Box box = add(name, detail, column);
        tables.put(key(name), box);
        return box;
    }

    private Box add(String name, String detail, int column) {
        Box box = new Box(name, detail, column, place(column));
        boxes.add(box);
        return box;
    }

    private int place(int column) {
        return heights.merge(column, 1, Integer::sum) - 1;
    }

    private void line(String from, Box to) {
        Box start = tables.get(key(from));
        if (start != null) {
            List<Integer> passed = IntStream.range(start.column() + 1, to.column())
                    .mapToObj(this::place)
                    .toList();
            lines.add(new Line(start, passed, to));
        }
    }

    private String draw(int last) {
        int rows = heights.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        int longest = boxes.stream().mapToInt(box -> box.name().length()).max().orElse(0);
        int width = Math.max(150, (int) (longest * LETTER) + 24);
        int step = width + GAP;
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"the tables of the run\">\n"
                        .formatted(last * step + width + 2, rows * STEP_Y));
        lines.forEach(line -> svg.append(line.draw(width, step)));
        boxes.forEach(box -> svg.append(box.draw(width, step)));
        return svg.append("</svg>\n").toString();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static int middle(int row) {
        return 1 + row * STEP_Y + HEIGHT / 2;
    }

    /**
     * From the right side of one box to the left side of another.
     *
     * @param passed the row of its place in each column between them
     */
    private record Line(Box from, List<Integer> passed, Box to) {
        String draw(int width, int step) {
            StringBuilder path = new StringBuilder();
            int x = 1 + from.column() * step + width;
            int y = middle(from.row());
            path.append("<path d=\"M%d %d".formatted(x, y));
            for (int row : passed) {
                path.append(curve(x, y, x + GAP, middle(row))).append(" H%d".formatted(x + step));
                x += step;
                y = middle(row);
            }
            return path.append(curve(x, y, x + GAP, middle(to.row())))
                    .append("\"/>\n")
                    .toString();
        }

        private static String curve(int x1, int y1, int x2, int y2) {
            int half = (x1 + x2) / 2;
            return " C%d %d %d %d %d %d".formatted(half, y1, half, y2, x2, y2);
        }
    }

    /** A table at its place. */
    private record Box(String name, String detail, int column, int row) {
        String draw(int width, int step) {
            int x = 1 + column * step;
            int y = 1 + row * STEP_Y;
            return """
                    <rect x="%1$d" y="%2$d" width="%3$d" height="%4$d" rx="4"/>
                    <text x="%5$d" y="%6$d" class="t">%7$s</text><text x="%5$d" y="%8$d">%9$s</text>
                    """
                    .formatted(x, y, width, HEIGHT, x + 10, y + 18, Html.text(name), y + 35, Html.text(detail));
        }
    }
}
