package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.Places;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.Property;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code reduce}: a pattern for each cluster of similar texts, and {@code others} for the rest. A word belongs to the pattern
 * when a tenth of the texts have it in the same place; what another threshold does is documented by examples that
 * contradict each other.
 */
public final class ReduceBinder {
    private static final List<Column> COLUMNS = List.of(
            new Column("Pattern", KqlType.STRING),
            new Column("Count", KqlType.LONG),
            new Column("Representative", KqlType.STRING));

    private final Frame frame;
    private final GroupOperator.Reduce reduce;

    public ReduceBinder(Frame frame, GroupOperator.Reduce reduce) {
        this.frame = frame;
        this.reduce = reduce;
    }

    public Relation reduce() {
        Scalar separators = Scalar.Constant.of(KqlType.STRING, separators());
        Scalar text = frame.scalars().bindAs(KqlType.STRING, reduce.of());
        Gathering.Elements clusters =
                new Gathering(frame, reduce.span()).of(text, texts -> call("reduce", texts, separators));
        List<Assignment> assignments = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (Column column : COLUMNS) {
            Field field = frame.session().field(column.name(), column.type());
            Scalar member =
                    call("[]", clusters.element().reference(), Scalar.Constant.of(KqlType.STRING, column.name()));
            assignments.add(new Assignment(field, call("to" + column.type().keyword(), member)));
            fields.add(field);
        }
        Header header = clusters.rows().header().withFields(fields);
        return new Relation.Project(clusters.rows(), assignments, header);
    }

    private String separators() {
        String separators = "";
        for (Property property : reduce.properties()) {
            if (!property.name().text().equals("characters")) {
                throw UNSUPPORTED_OPTION
                        .at(property.span(), "'" + property.name().text() + "' of reduce")
                        .withHint("the threshold is 0.1, which is the default")
                        .toException();
            }
            separators = new Places(frame.session(), frame.scope())
                    .text(property.values().get(0));
        }
        return separators;
    }

    private Scalar call(String function, Scalar... arguments) {
        Span span = reduce.span();
        return frame.call(function, span, List.of(arguments));
    }
}
