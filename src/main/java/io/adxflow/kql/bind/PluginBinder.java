package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_PLUGIN;

import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.ExpandOperator;

/** {@code evaluate}: sends each plugin to the class that binds it. */
final class PluginBinder {
    private final Frame frame;

    PluginBinder(Frame frame) {
        this.frame = frame;
    }

    Relation evaluate(ExpandOperator.Evaluate evaluate) {
        String plugin = evaluate.plugin().function().text();
        return switch (plugin) {
            case "bag_unpack" -> new BagUnpackBinder(frame, evaluate).bagUnpack();
            case "estimate_rows_count" -> new RowEstimateBinder(frame, evaluate).estimate();
            case "ipv4_lookup", "ipv6_lookup" -> new IpLookupBinder(frame, evaluate).lookup();
            case "narrow" -> new NarrowBinder(frame, evaluate).narrow();
            case "pivot" -> new PivotBinder(frame, evaluate).pivot();
            default -> throw UNSUPPORTED_PLUGIN
                    .at(evaluate.plugin().span(), plugin)
                    .withHint("supported: bag_unpack, estimate_rows_count, ipv4_lookup, ipv6_lookup, narrow, pivot")
                    .toException();
        };
    }
}
