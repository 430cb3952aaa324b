package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.JoinKind;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.CombineOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code join} and {@code lookup}: the columns of the left side, then those of the right under names that are free. */
public final class JoinBinder {
    private final Frame frame;

    public JoinBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation join(CombineOperator.Join join) {
        Relation left = frame.input();
        Relation right = frame.table(join.right());
        List<JoinKey> keys = new JoinConditions(frame, left.header(), right.header()).keys(join.conditions());
        JoinKind kind = JoinKind.valueOf(join.kind().name());
        refuseInPartition(kind, right.header(), join.span());
        return new Relation.Join(left, right, kind, keys, header(kind, left.header(), right.header()));
    }

    /** Inside of mv-apply every left row keeps its partition; a row of the right side would be in none, or in all. */
    private void refuseInPartition(JoinKind kind, Header right, Span span) {
        boolean isApart = !frame.input().header().partition().isEmpty();
        boolean givesRightRows = kind.padsLeft() || kind.isRightOnly();
        if (isApart && (givesRightRows || !right.partition().isEmpty())) {
            throw UNSUPPORTED_OPTION
                    .at(span, "this join inside of a subquery for each row")
                    .toException();
        }
    }

    private static Header header(JoinKind kind, Header left, Header right) {
        if (kind.isLeftOnly()) {
            return left.unordered();
        }
        return kind.isRightOnly()
                ? right.unordered()
                : Header.of(both(left.fields(), right.fields())).partitionedBy(left.partition());
    }

    private static List<Field> both(List<Field> left, List<Field> right) {
        ColumnNames names = new ColumnNames(left.stream().map(Field::name).toList());
        List<Field> fields = new ArrayList<>(left);
        right.forEach(field -> fields.add(field.named(names.unique(field.name()))));
        return fields;
    }

    /** As a join, without the right side's keys. */
    public Relation lookup(CombineOperator.Lookup lookup) {
        Relation left = frame.input();
        Relation right = frame.table(lookup.right());
        List<JoinKey> keys = new JoinConditions(frame, left.header(), right.header()).keys(lookup.conditions());
        Set<Integer> keyIds = keys.stream()
                .flatMap(key -> References.of(key.right()).stream())
                .collect(Collectors.toSet());
        List<Field> looked = right.header().fields().stream()
                .filter(field -> !keyIds.contains(field.id()))
                .toList();
        JoinKind kind = JoinKind.valueOf(lookup.kind().name());
        refuseInPartition(kind, right.header(), lookup.span());
        Header header = Header.of(both(left.header().fields(), looked))
                .partitionedBy(left.header().partition());
        return new Relation.Join(left, right, kind, keys, header);
    }
}
