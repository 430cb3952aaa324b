package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.NOT_SERIALIZED;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_COLUMN;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scope.Headers;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.MatchStep;
import io.adxflow.kql.plan.OrderKey;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import io.adxflow.kql.syntax.tree.NamedExpression;
import io.adxflow.kql.syntax.tree.RowOperator;
import io.adxflow.kql.syntax.tree.ScanStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code scan}: a column for each declared variable, whose default every row begins with, and a machine of steps over the
 * rows. A condition sees the row and, as {@code step.column}, the last row that matched a step.
 */
public final class ScanBinder {
    private final Frame frame;
    private final ExpandOperator.Scan scan;
    private final List<Field> outer;
    private final Map<Integer, Scalar> defaults = new HashMap<>();

    public ScanBinder(Frame frame, ExpandOperator.Scan scan) {
        this.scan = scan;
        this.outer = frame.input().header().partition();
        this.frame = frame.over(arranged(frame));
    }

    /** The rows in the order and apart in the partitions that the operator itself asks for. */
    private Relation arranged(Frame before) {
        Relation rows = scan.order().isEmpty()
                ? before.input()
                : new SortBinder(before).sort(new RowOperator.Sort(scan.span(), scan.order()));
        List<Field> partition = new ArrayList<>(outer);
        List<Assignment> computed = new ArrayList<>();
        for (Expression expression : scan.partition()) {
            Scalar key = before.scalars().bind(expression);
            Field field = before.session().field("key", key.type());
            computed.add(new Assignment(field, key));
            partition.add(field);
        }
        return computed.isEmpty()
                ? rows
                : new Relation.Project(rows, computed, rows.header().partitionedBy(partition));
    }

    public Relation scan() {
        refuse();
        Relation rows = declared();
        Map<String, Field> outputs = outputs(rows.header());
        List<MatchStep> steps = new ArrayList<>();
        Scope scope = frame.scope();
        for (ScanStep step : scan.steps()) {
            scope = scope.inner();
            Remembered remembered = remembered(rows.header(), outputs);
            scope.declare(step.name(), new Symbol.Step(remembered.header()));
            steps.add(step(step, new Frame(frame.session(), scope, rows), remembered.memory(), outputs));
        }
        Optional<Field> matchId = scan.matchId().map(name -> frame.session().field(name.text(), KqlType.LONG));
        Field position = frame.session().positionField();
        Relation matches = new Relation.Match(
                rows,
                List.copyOf(outputs.values()),
                matchId,
                steps,
                position,
                header(rows.header(), outputs, matchId, position));
        return scan.partition().isEmpty()
                ? matches
                : new Relation.Sort(matches, matches.header().partitionedBy(outer));
    }

    private void refuse() {
        if (!frame.input().header().isSerialized()) {
            throw NOT_SERIALIZED
                    .at(scan.span(), "scan")
                    .withHint("sort or serialize the rows first")
                    .toException();
        }
        for (ScanStep step : scan.steps()) {
            if (step.isOptional()) {
                throw UNSUPPORTED_OPTION
                        .at(step.span(), "a step that is optional")
                        .toException();
            }
        }
    }

    /** The input with a column for each variable, which replaces a column of that name. */
    private Relation declared() {
        Header header = frame.input().header();
        List<Field> fields = header.fields();
        List<Assignment> assignments = new ArrayList<>();
        for (FunctionParameter.Scalar variable : scan.variables()) {
            Field field = frame.session().field(variable.name().text(), variable.type());
            Scalar value = variable.defaultValue()
                    .map(given -> ScalarBinder.constants(frame.session(), frame.scope())
                            .bindAs(variable.type(), given))
                    .orElseGet(() -> Scalar.Constant.nullOf(variable.type()));
            defaults.put(field.id(), value);
            assignments.add(new Assignment(field, value));
            fields = Headers.put(fields, field);
        }
        return assignments.isEmpty()
                ? frame.input()
                : new Relation.Project(frame.input(), assignments, header.withFields(fields));
    }

    /** A field for each column that a step assigns, by name. */
    private Map<String, Field> outputs(Header rows) {
        Map<String, Field> outputs = new LinkedHashMap<>();
        for (ScanStep step : scan.steps()) {
            for (NamedExpression assignment : step.assignments()) {
                Field target = target(assignment, rows);
                outputs.computeIfAbsent(target.name(), name -> frame.session().field(name, target.type()));
            }
        }
        return outputs;
    }

    private static Field target(NamedExpression assignment, Header rows) {
        Expression.Name name = assignment.names().get(0);
        return rows.field(name.text()).orElseThrow(() -> UNKNOWN_COLUMN
                .at(name.span(), name.text())
                .withHint(Suggestion.hint(name.text(), "columns here", rows.names()))
                .toException());
    }

    private record Remembered(Header header, List<MatchStep.Memory> memory) {}

    private Remembered remembered(Header rows, Map<String, Field> outputs) {
        List<Field> fields = new ArrayList<>();
        List<MatchStep.Memory> memory = new ArrayList<>();
        for (Field field : rows.fields()) {
            Field copy = frame.session().copy(field);
            Scalar initial = defaults.getOrDefault(field.id(), Scalar.Constant.nullOf(field.type()));
            fields.add(copy);
            memory.add(new MatchStep.Memory(copy, outputs.getOrDefault(field.name(), field), initial));
        }
        return new Remembered(Header.of(fields), memory);
    }

    private MatchStep step(ScanStep step, Frame inside, List<MatchStep.Memory> memory, Map<String, Field> outputs) {
        Header rows = inside.input().header();
        Scalar condition = RowBinder.predicate(inside.scalars(), step.condition());
        Map<String, Scalar> assigned = new HashMap<>();
        List<Integer> changed = new ArrayList<>();
        for (NamedExpression assignment : step.assignments()) {
            Field target = target(assignment, rows);
            Scalar value = inside.scalars().bindAs(target.type(), assignment.value());
            if (References.of(value).stream().anyMatch(changed::contains)) {
                throw UNSUPPORTED_OPTION
                        .at(assignment.span(), "reading what the same step assigns")
                        .toException();
            }
            changed.add(target.id());
            assigned.put(target.name(), value);
        }
        List<Scalar> values = new ArrayList<>();
        outputs.keySet()
                .forEach(name -> values.add(assigned.getOrDefault(
                        name, rows.field(name).orElseThrow().reference())));
        return new MatchStep(
                memory,
                condition,
                values,
                MatchStep.Output.valueOf(step.output().name()));
    }

    private static Header header(Header rows, Map<String, Field> outputs, Optional<Field> matchId, Field position) {
        List<Field> fields = new ArrayList<>();
        rows.fields().forEach(field -> fields.add(outputs.getOrDefault(field.name(), field)));
        matchId.ifPresent(fields::add);
        OrderKey key = new OrderKey(position, OrderKey.Direction.ASCENDING, OrderKey.Nulls.FIRST);
        return rows.withFields(fields).withOrder(List.of(key));
    }
}
