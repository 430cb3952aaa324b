package io.adxflow.kql.bind.operator;

import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.RowOperator;
import java.util.List;

/** {@code sample} and {@code sample-distinct}: any rows, or any values, up to a number. Neither promises to be random. */
public final class SampleBinder {
    private final Frame frame;

    public SampleBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation sample(RowOperator.Sample sample) {
        return new Relation.Limit(frame.input(), RowBinder.rows(frame, sample.rows()));
    }

    public Relation sampleDistinct(GroupOperator.SampleDistinct sample) {
        GroupOperator.Distinct distinct = new GroupOperator.Distinct(sample.span(), List.of(sample.of()));
        return new Relation.Limit(new DistinctBinder(frame).distinct(distinct), RowBinder.rows(frame, sample.rows()));
    }
}
