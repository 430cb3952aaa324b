package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_PLUGIN;
import static java.util.Map.entry;

import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.operator.LastOperator;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** {@code evaluate}: sends each plugin to the class that binds it. */
public final class PluginBinder {
    /** The plugin with two results, which is bound at the end of a query. */
    public static final String PREVIEW = "preview";

    private static final Map<String, BiFunction<Frame, ExpandOperator.Evaluate, Relation>> PLUGINS =
            new TreeMap<>(Map.ofEntries(
                    entry("bag_unpack", (frame, evaluate) -> new BagUnpackBinder(frame, evaluate).bagUnpack()),
                    entry("estimate_rows_count", (frame, evaluate) -> new RowEstimateBinder(frame, evaluate)
                            .estimate()),
                    entry("ipv4_lookup", (frame, evaluate) -> new IpLookupBinder(frame, evaluate).lookup()),
                    entry("ipv6_lookup", (frame, evaluate) -> new IpLookupBinder(frame, evaluate).lookup()),
                    entry("narrow", (frame, evaluate) -> new NarrowBinder(frame, evaluate).narrow()),
                    entry("pivot", (frame, evaluate) -> new PivotBinder(frame, evaluate).pivot()),
                    entry(PREVIEW, PluginBinder::misplaced),
                    entry("rolling_percentile", (frame, evaluate) -> new RollingPercentileBinder(frame, evaluate)
                            .rollingPercentile()),
                    entry("rows_near", (frame, evaluate) -> new RowsNearBinder(frame, evaluate).rowsNear()),
                    entry("schema_merge", (frame, evaluate) -> new SchemaMergeBinder(frame, evaluate).schemaMerge()),
                    entry("sliding_window_counts", (frame, evaluate) -> new SlidingWindowBinder(frame, evaluate)
                            .slidingWindowCounts())));

    private final Frame frame;

    public PluginBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation evaluate(ExpandOperator.Evaluate evaluate) {
        String plugin = evaluate.plugin().function().text();
        BiFunction<Frame, ExpandOperator.Evaluate, Relation> binder = PLUGINS.get(plugin);
        if (binder == null) {
            throw UNSUPPORTED_PLUGIN
                    .at(evaluate.plugin().span(), plugin)
                    .withHint("supported: " + String.join(", ", PLUGINS.keySet()))
                    .toException();
        }
        return binder.apply(frame, evaluate);
    }

    private static Relation misplaced(Frame frame, ExpandOperator.Evaluate evaluate) {
        throw LastOperator.misplaced(evaluate, evaluate.plugin().function().text());
    }
}
