package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.CombineOperator;
import io.adxflow.kql.syntax.Expression;
import java.util.List;
import java.util.Optional;

/** {@code partition by column (subquery)}: the subquery sees the rows of one value at a time. */
final class PartitionBinder {
    private final Frame frame;

    PartitionBinder(Frame frame) {
        this.frame = frame;
    }

    Relation partition(CombineOperator.Partition partition) {
        if (!(partition.query() instanceof Expression.Pipe subquery)
                || subquery.source().isPresent()) {
            throw UNSUPPORTED_OPTION
                    .at(partition.query().span(), "a partition that does not begin with its rows")
                    .toException();
        }
        Scalar by = frame.scalars().bind(partition.by());
        Header header = frame.input().header();
        Field field = header.fields().stream()
                .filter(candidate -> candidate.reference().equals(by))
                .findFirst()
                .orElseThrow(() -> EXPECTED_COLUMN.at(partition.by().span()).toException());
        Relation apart = new Relation.Sort(frame.input(), header.partitionedBy(List.of(field)));
        Relation rows = frame.relations().operators(Optional.of(apart), subquery.operators());
        if (rows.header().partition().isEmpty()) {
            throw UNSUPPORTED_OPTION
                    .at(subquery.span(), "an operator of this subquery in partition")
                    .toException();
        }
        return new Relation.Sort(rows, rows.header().partitionedBy(List.of()).unordered());
    }
}
