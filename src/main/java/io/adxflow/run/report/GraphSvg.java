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

/** Draws which table of a run came from which, with their rows: sources at the left, sinks at the right. */
final class GraphSvg {
    private static final int WIDTH = 170;
    private static final int HEIGHT = 44;
    private static final int STEP_X = 230;
    private static final int STEP_Y = 60;

    private final List<Box> boxes = new ArrayList<>();
    private final Map<String, Box> tables = new HashMap<>();
    private final Map<Integer, Integer> heights = new HashMap<>();
    private final StringBuilder lines = new StringBuilder();

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
            Box box =
                    graph.add(sink.name(), Words.rows(sink.rows()) + " rows, " + Words.seconds(sink.duration()), last);
            graph.line(sink.from().replace(" (quarantine)", ""), box);
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
        int row = heights.merge(column, 1, Integer::sum) - 1;
        Box box = new Box(name, detail, column, row);
        boxes.add(box);
        return box;
    }

    private void line(String from, Box to) {
        Box start = tables.get(key(from));
        if (start != null) {
            int x1 = start.x() + WIDTH;
            int middle = (x1 + to.x()) / 2;
            int y1 = start.y() + HEIGHT / 2;
            int y2 = to.y() + HEIGHT / 2;
            lines.append(
                    "<path d=\"M%d %d C%d %d %d %d %d %d\"/>\n".formatted(x1, y1, middle, y1, middle, y2, to.x(), y2));
        }
    }

    private String draw(int last) {
        int rows = heights.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"the tables of the run\">\n"
                        .formatted(last * STEP_X + WIDTH + 2, rows * STEP_Y));
        svg.append(lines);
        boxes.forEach(box -> svg.append(box.draw()));
        return svg.append("</svg>\n").toString();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A table at its place. */
    private record Box(String name, String detail, int column, int row) {
        int x() {
            return 1 + column * STEP_X;
        }

        int y() {
            return 1 + row * STEP_Y;
        }

        String draw() {
            return """
                    <rect x="%1$d" y="%2$d" width="%3$d" height="%4$d" rx="4"/>
                    <text x="%5$d" y="%6$d" class="t">%7$s</text><text x="%5$d" y="%8$d">%9$s</text>
                    """
                    .formatted(
                            x(), y(), WIDTH, HEIGHT, x() + 10, y() + 18, Html.text(name), y() + 35, Html.text(detail));
        }
    }
}
