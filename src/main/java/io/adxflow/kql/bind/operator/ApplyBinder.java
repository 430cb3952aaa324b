package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.kql.bind.scope.SharedRelation;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.JoinKind;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.UnnestColumn;
import io.adxflow.kql.plan.WindowAssignment;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code mv-apply}: every row gets a number, its elements run through the subquery apart from those of other rows, and what
 * comes out is joined to the row by that number.
 */
public final class ApplyBinder {
    private final Frame frame;

    public ApplyBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation mvApply(ExpandOperator.MvApply apply) {
        Field number = frame.session().field("row", KqlType.LONG);
        SharedRelation numbered = new SharedRelation(new Relation.Materialize(numbered(number)));
        Relation inside = numbered.use(frame.session());
        Header header = inside.header();
        Relation source = new Relation.Project(
                inside, List.of(), Header.of(header.fields()).partitionedBy(List.of(number)));
        Relation elements = new Expansions(frame.over(source), UnnestColumn.Bags.AS_BAGS)
                .expand(apply.expansions(), apply.itemIndex(), apply.rowLimit());
        Relation rows = new Relation.Sort(elements, elements.header().serialized());
        Relation result = frame.tables().pipe(rows, apply.subquery().operators());
        if (result.header().partition().isEmpty()) {
            throw UNSUPPORTED_OPTION
                    .at(apply.subquery().span(), "an operator of this subquery in mv-apply")
                    .toException();
        }
        return joined(numbered, header, result, elements.header(), number);
    }

    private Relation numbered(Field number) {
        Relation input = frame.input();
        List<Field> fields = new ArrayList<>(input.header().fields());
        fields.add(number);
        WindowAssignment rows = new WindowAssignment(
                number, FunctionRegistry.window("row_number").get(0), List.of(), Optional.empty());
        return new Relation.Window(input, List.of(rows), input.header().withFields(fields));
    }

    /** The columns of the row that were not expanded in place, then what the subquery adds. */
    private Relation joined(SharedRelation numbered, Header inside, Relation result, Header elements, Field number) {
        Relation left = numbered.use(frame.session());
        Set<Integer> source = new HashSet<>();
        inside.fields().forEach(field -> source.add(field.id()));
        Set<String> replaced = new HashSet<>();
        elements.fields().stream()
                .filter(field -> !source.contains(field.id()))
                .forEach(field -> replaced.add(field.name()));
        List<Field> fields = new ArrayList<>(
                left.header().fields().subList(0, inside.fields().size() - 1));
        fields.removeIf(field -> replaced.contains(field.name()));
        ColumnNames names = new ColumnNames(fields.stream().map(Field::name).toList());
        result.header().fields().stream()
                .filter(field -> !source.contains(field.id()))
                .forEach(field -> fields.add(field.named(names.unique(field.name()))));
        Field key = left.header().fields().get(inside.fields().size() - 1);
        Header header = Header.of(fields);
        Header ordered = new Header(
                header.fields(),
                left.header().hidden(),
                left.header().order(),
                frame.input().header().isSerialized(),
                List.of());
        JoinKey same = new JoinKey(key.reference(), number.reference());
        return new Relation.Join(left, result, JoinKind.INNER, List.of(same), ordered);
    }
}
