package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_PLUGIN;

import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.ExpandOperator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** {@code evaluate}: sends each plugin to the class that binds it. */
final class PluginBinder {
    private static final Map<String, BiFunction<Frame, ExpandOperator.Evaluate, Relation>> PLUGINS =
            new TreeMap<>(Map.of(
                    "bag_unpack",
                    (frame, evaluate) -> new BagUnpackBinder(frame, evaluate).bagUnpack(),
                    "estimate_rows_count",
                    (frame, evaluate) -> new RowEstimateBinder(frame, evaluate).estimate(),
                    "ipv4_lookup",
                    (frame, evaluate) -> new IpLookupBinder(frame, evaluate).lookup(),
                    "ipv6_lookup",
                    (frame, evaluate) -> new IpLookupBinder(frame, evaluate).lookup(),
                    "narrow",
                    (frame, evaluate) -> new NarrowBinder(frame, evaluate).narrow(),
                    BranchBinder.PREVIEW,
                    (frame, evaluate) -> {
                        throw BranchBinder.misplaced(evaluate, BranchBinder.PREVIEW);
                    },
                    "pivot",
                    (frame, evaluate) -> new PivotBinder(frame, evaluate).pivot(),
                    "rolling_percentile",
                    (frame, evaluate) -> new RollingPercentileBinder(frame, evaluate).rollingPercentile(),
                    "schema_merge",
                    (frame, evaluate) -> new SchemaMergeBinder(frame, evaluate).schemaMerge()));

    private final Frame frame;

    PluginBinder(Frame frame) {
        this.frame = frame;
    }

    Relation evaluate(ExpandOperator.Evaluate evaluate) {
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
}
