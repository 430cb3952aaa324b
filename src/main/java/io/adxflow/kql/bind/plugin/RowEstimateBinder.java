package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Aggregation;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import java.util.List;

/** {@code evaluate estimate_rows_count()}: here the estimate is exact. Readers take it from the second column. */
final class RowEstimateBinder {
    private final Frame frame;
    private final ExpandOperator.Evaluate evaluate;

    RowEstimateBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.evaluate = evaluate;
    }

    Relation estimate() {
        int arguments = evaluate.plugin().arguments().size();
        if (arguments > 0) {
            throw WRONG_ARGUMENT_COUNT
                    .at(evaluate.plugin().span(), "estimate_rows_count", arguments + " arguments")
                    .toException();
        }
        Field rows = frame.session().field("EstimatedRows", KqlType.LONG);
        Aggregation count =
                new Aggregation(rows, FunctionRegistry.aggregate("count").get(0), List.of());
        Relation counted = new Relation.Aggregate(frame.input(), List.of(), List.of(count), Header.of(List.of(rows)));
        Field plan = frame.session().field("PlanId", KqlType.STRING);
        Assignment name = new Assignment(plan, Scalar.Constant.of(KqlType.STRING, ""));
        return new Relation.Project(counted, List.of(name), Header.of(List.of(plan, rows)));
    }
}
