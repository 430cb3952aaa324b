package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.NO_OVERLOAD;

import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code evaluate rolling_percentile(value, percentile, index, bin size, bins, dimensions…)}: for each bin that has rows, the
 * percentile of the rows of that bin and of those before it. Exact, where Kusto estimates.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/rolling-percentile-plugin">rolling_percentile plugin</a>
 */
final class RollingPercentileBinder {
    private static final List<String> NAMES =
            List.of("ValueColumn", "Percentile", "IndexColumn", "BinSize", "BinsPerWindow");

    private final Frame frame;
    private final PluginArguments arguments;

    RollingPercentileBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.arguments = new PluginArguments(frame, evaluate, NAMES, NAMES.size(), true);
    }

    Relation rollingPercentile() {
        Scalar index = frame.scalars().bind(arguments.get("IndexColumn"));
        Scalar size = arguments.constant("BinSize");
        frame.call("bin", arguments.span(), List.of(index, size));
        Scalar value = frame.scalars().bind(arguments.get("ValueColumn"));
        requireOrder(value);
        Scalar percentile = arguments.constant("Percentile");
        Scalar bins = arguments.constant("BinsPerWindow", KqlType.LONG);
        QueryTemplate template = new QueryTemplate(frame.session())
                .value("size", size)
                .value("share", percentile)
                .value("most", bins)
                .column("amount", value)
                .column("place", index);
        List<String> dimensions = new ArrayList<>();
        List<String> names = new ArrayList<>(List.of(PluginArguments.nameOf(arguments.get("IndexColumn"))));
        for (Expression dimension : arguments.rest()) {
            String name = "d" + dimensions.size();
            template.column(name, frame.scalars().bind(dimension));
            dimensions.add(name);
            names.add(PluginArguments.nameOf(dimension));
        }
        names.add("rolling_" + text(bins) + "_percentile_" + PluginArguments.nameOf(arguments.get("ValueColumn")) + "_"
                + text(percentile));
        return QueryTemplate.named(template.bind(frame.input(), text(dimensions)), names);
    }

    private void requireOrder(Scalar value) {
        if (List.of(KqlType.STRING, KqlType.BOOL, KqlType.DYNAMIC, KqlType.GUID).contains(value.type())) {
            throw NO_OVERLOAD
                    .at(arguments.get("ValueColumn").span(), arguments.plugin(), value.type())
                    .withHint("percentiles are of numbers, datetimes and timespans")
                    .toException();
        }
    }

    private static String text(Scalar constant) {
        return Scalars.constant(constant).orElseThrow().toString();
    }

    private static String text(List<String> dimensions) {
        String more = dimensions.stream().map(name -> ", " + name).collect(Collectors.joining());
        return """
                Rows
                | mv-expand ahead = range(0, most - 1, 1) to typeof(long)
                | summarize result = percentile(amount, share) by slot = bin(place, size) + ahead * size%1$s
                | join kind=inner (Rows | summarize by slot = bin(place, size)%1$s) on slot%1$s
                | project slot%1$s, result"""
                .formatted(more);
    }
}
