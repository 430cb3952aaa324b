package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code evaluate sliding_window_counts(id, timeline, start, end, lookback, bin, dimensions…)}: for each bin, how many rows and
 * how many different ids there were in it and in the bins before it, as far as the lookback reaches.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/sliding-window-counts-plugin">sliding_window_counts plugin</a>
 */
final class SlidingWindowBinder {
    private static final List<String> NAMES =
            List.of("IdColumn", "TimelineColumn", "Start", "End", "LookbackWindow", "Bin");

    private final Frame frame;
    private final PluginArguments arguments;

    SlidingWindowBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.arguments = new PluginArguments(frame, evaluate, NAMES, NAMES.size(), true);
    }

    Relation slidingWindowCounts() {
        Scalar time = frame.scalars().bind(arguments.get("TimelineColumn"));
        KqlType step = time.type() == KqlType.DATETIME ? KqlType.TIMESPAN : time.type();
        if (arguments.constant("Bin").type() == KqlType.STRING) {
            throw UNSUPPORTED_OPTION
                    .at(arguments.get("Bin").span(), "a calendar bin of " + arguments.plugin())
                    .toException();
        }
        QueryTemplate template = new QueryTemplate(frame.session())
                .value("begin", arguments.constant("Start", time.type()))
                .value("finish", arguments.constant("End", time.type()))
                .value("reach", arguments.constant("LookbackWindow", step))
                .value("size", arguments.constant("Bin", step))
                .column("who", frame.scalars().bind(arguments.get("IdColumn")))
                .column("place", time);
        List<String> dimensions = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(PluginArguments.nameOf(arguments.get("TimelineColumn"))));
        for (Expression dimension : arguments.rest()) {
            String name = "d" + dimensions.size();
            template.column(name, frame.scalars().bind(dimension));
            dimensions.add(name);
            names.add(PluginArguments.nameOf(dimension));
        }
        names.addAll(List.of("Count", "Dcount"));
        return QueryTemplate.named(template.bind(frame.input(), text(dimensions)), names);
    }

    private static String text(List<String> dimensions) {
        String more = dimensions.stream().map(name -> ", " + name).collect(Collectors.joining());
        return """
                Rows
                | where place >= begin - reach and place <= finish
                | extend slot = bin_at(place, size, begin)
                | mv-expand ahead = range(0, tolong((reach - size) / size), 1) to typeof(long)
                | extend slot = slot + ahead * size
                | where slot >= begin and slot <= finish
                | summarize rows = count(), ids = count_distinct(who) by slot%1$s
                | sort by slot asc"""
                .formatted(more);
    }
}
