package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.NOT_SERIALIZED;

import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.operator.RowBinder;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.WindowAssignment;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code evaluate rows_near(condition, rows, [rows after])}: the rows that fulfil a condition and so many of their neighbours.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/rows-near-plugin">rows_near plugin</a>
 */
final class RowsNearBinder {
    private static final List<String> NAMES = List.of("Condition", "NumRows", "RowsAfter");

    private final Frame frame;
    private final PluginArguments arguments;

    RowsNearBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.arguments = new PluginArguments(frame, evaluate, NAMES, 2, false);
    }

    Relation rowsNear() {
        if (!frame.input().header().isSerialized()) {
            throw NOT_SERIALIZED
                    .at(arguments.span(), arguments.plugin())
                    .withHint("sort or serialize the rows first")
                    .toException();
        }
        Scalar condition = RowBinder.predicate(frame.scalars(), arguments.get("Condition"));
        Scalar before = arguments.constant("NumRows", KqlType.LONG);
        Scalar after = arguments.find("RowsAfter").isPresent() ? arguments.constant("RowsAfter", KqlType.LONG) : before;
        Header header = frame.input().header();
        Field near = frame.session().field("near", KqlType.BOOL);
        List<Field> fields = new ArrayList<>(header.fields());
        fields.add(near);
        WindowAssignment found = new WindowAssignment(
                near, FunctionRegistry.rowsNear(), List.of(condition, before, after), Optional.empty());
        Relation rows = new Relation.Window(frame.input(), List.of(found), header.withFields(fields));
        return new Relation.Project(new Relation.Filter(rows, near.reference()), List.of(), header);
    }
}
