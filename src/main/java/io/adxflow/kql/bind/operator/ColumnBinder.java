package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.DUPLICATE_COLUMN;

import io.adxflow.kql.bind.scalar.ResultNames;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.TupleBinder;
import io.adxflow.kql.bind.scalar.WindowCalls;
import io.adxflow.kql.bind.scope.Headers;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ColumnOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Operators that compute columns: {@code extend}, {@code project}, {@code serialize}. */
public final class ColumnBinder {
    private final Frame frame;

    public ColumnBinder(Frame frame) {
        this.frame = frame;
    }

    /** An explicit name replaces the column that has it; a derived one is numbered when it is taken. */
    public Relation extend(List<NamedExpression> columns) {
        WindowCalls windows = frame.windows();
        ScalarBinder scalars = frame.scalars(windows);
        ColumnNames names = new ColumnNames(frame.input().header().names());
        List<Field> fields = frame.input().header().fields();
        List<Assignment> assignments = new ArrayList<>();
        for (NamedExpression column : new TupleBinder(scalars).apart(columns)) {
            if (isSame(column)) {
                continue;
            }
            Optional<Scalar> value = value(scalars, column);
            String name = column.name().map(Expression.Name::text).orElseGet(() -> derived(column, names));
            fields = Headers.put(fields, assign(name, value, assignments));
        }
        Relation rows = windows.relation();
        return new Relation.Project(rows, assignments, rows.header().withFields(fields));
    }

    /** {@code extend x} where x is a column. */
    private boolean isSame(NamedExpression column) {
        return column.names().isEmpty()
                && column.value() instanceof Expression.Name name
                && frame.input().header().field(name.text()).isPresent();
    }

    public Relation project(ColumnOperator.Project project) {
        WindowCalls windows = frame.windows();
        ScalarBinder scalars = frame.scalars(windows);
        List<NamedExpression> columns = new TupleBinder(scalars).apart(project.columns());
        ColumnNames names = new ColumnNames(explicit(columns));
        Set<Integer> passed = new HashSet<>();
        List<Field> fields = new ArrayList<>();
        List<Assignment> assignments = new ArrayList<>();
        for (NamedExpression column : columns) {
            Optional<Scalar> value = value(scalars, column);
            String name = column.name().map(Expression.Name::text).orElseGet(() -> derived(column, names));
            if (value.isPresent()
                    && value.get() instanceof Scalar.ColumnReference reference
                    && passed.add(reference.id())) {
                fields.add(new Field(reference.id(), name, reference.type()));
            } else {
                fields.add(assign(name, value, assignments));
            }
        }
        Relation rows = windows.relation();
        return new Relation.Project(rows, assignments, rows.header().withFields(fields));
    }

    private List<String> explicit(List<NamedExpression> columns) {
        Set<String> names = new HashSet<>();
        for (NamedExpression column : columns) {
            column.name()
                    .filter(name -> !names.add(name.text()))
                    .ifPresent(name -> frame.session().problems().add(DUPLICATE_COLUMN.at(name.span(), name.text())));
        }
        return List.copyOf(names);
    }

    private Optional<Scalar> value(ScalarBinder scalars, NamedExpression column) {
        return frame.session().problems().attempt(() -> scalars.bind(column.value()));
    }

    private static String derived(NamedExpression column, ColumnNames names) {
        return ResultNames.of(column.value()).map(names::unique).orElseGet(names::column);
    }

    private Field assign(String name, Optional<Scalar> value, List<Assignment> assignments) {
        if (value.isEmpty()) {
            return frame.session().brokenField(name);
        }
        Field field = frame.session().field(name, value.get().type());
        assignments.add(new Assignment(field, value.get()));
        return field;
    }

    public Relation serialize(ColumnOperator.Serialize serialize) {
        Relation rows = new Relation.Sort(frame.input(), frame.input().header().serialized());
        return serialize.columns().isEmpty() ? rows : new ColumnBinder(frame.over(rows)).extend(serialize.columns());
    }
}
