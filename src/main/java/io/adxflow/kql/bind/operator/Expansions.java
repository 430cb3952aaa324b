package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_TYPE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.bind.scope.Headers;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.UnnestColumn;
import io.adxflow.kql.syntax.tree.Expansion;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arrays that get a row for each element: what {@code mv-expand} and {@code mv-apply} have in common. */
final class Expansions {
    private final Frame frame;
    private final UnnestColumn.Bags bags;
    private final List<UnnestColumn> columns = new ArrayList<>();
    private final List<Assignment> typed = new ArrayList<>();
    private List<Field> fields;

    Expansions(Frame frame, UnnestColumn.Bags bags) {
        this.frame = frame;
        this.bags = bags;
        this.fields = frame.input().header().fields();
    }

    /** The rows, one for each element; the index is seen when it has a name. */
    Relation expand(List<Expansion> expansions, Optional<Expression.Name> indexName, Optional<Expression> limit) {
        ColumnNames names = new ColumnNames(frame.input().header().names());
        expansions.forEach(expansion -> add(expansion, names));
        Field index = frame.session().field(indexName.map(Expression.Name::text).orElse("index"), KqlType.LONG);
        Header input = frame.input().header();
        List<OrderKey> order = new ArrayList<>(input.order());
        if (!order.isEmpty() || !input.partition().isEmpty()) {
            order.add(new OrderKey(index, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST));
        }
        Optional<Scalar> most = limit.map(expression -> RowBinder.rows(frame, expression));
        if (indexName.isPresent()) {
            fields = Headers.put(fields, index);
        }
        List<Field> raw = new ArrayList<>(input.fields());
        columns.forEach(column -> raw.add(column.element()));
        raw.add(index);
        Header unnested = new Header(raw, input.hidden(), order, input.isSerialized(), input.partition());
        Relation rows = new Relation.Unnest(frame.input(), columns, index, most, unnested);
        return new Relation.Project(rows, typed, unnested.withFields(fields));
    }

    private void add(Expansion expansion, ColumnNames names) {
        Optional<Scalar> array = frame.session().problems().attempt(() -> array(expansion));
        String name = name(expansion, names);
        if (array.isEmpty()) {
            fields = Headers.put(fields, frame.session().brokenField(name));
            return;
        }
        KqlType type = expansion.type().orElse(KqlType.DYNAMIC);
        boolean isText = type == KqlType.STRING;
        Field element = frame.session().field(name, isText ? type : KqlType.DYNAMIC);
        columns.add(new UnnestColumn(array.get(), element, bags));
        if (element.type() == type) {
            fields = Headers.put(fields, element);
            return;
        }
        Field converted = frame.session().field(name, type);
        typed.add(new Assignment(converted, convert(element.reference(), type, expansion.span())));
        fields = Headers.put(fields, converted);
    }

    private Scalar convert(Scalar element, KqlType type, Span span) {
        return frame.scalars().call("to" + type.keyword(), span, List.of(element), List.of(span));
    }

    private Scalar array(Expansion expansion) {
        Scalar array = frame.scalars().bind(expansion.array().value());
        if (array.type() != KqlType.DYNAMIC) {
            throw EXPECTED_TYPE
                    .at(expansion.array().value().span(), KqlType.DYNAMIC, array.type())
                    .toException();
        }
        return array;
    }

    private static String name(Expansion expansion, ColumnNames names) {
        if (expansion.array().name().isPresent()) {
            return expansion.array().name().get().text();
        }
        if (expansion.array().value() instanceof Expression.Name column) {
            return column.text();
        }
        return ResultNames.of(expansion.array().value()).map(names::unique).orElseGet(names::column);
    }
}
