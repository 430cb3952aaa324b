package io.adxflow.kql.bind.operator;

import io.adxflow.kql.syntax.tree.ColumnOperator;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.RowOperator;
import java.util.List;

/** Whether an operator keeps the rows of different partitions apart when it works on all of them at once. */
final class PartitionSafety implements Operator.Visitor<Boolean> {
    private PartitionSafety() {}

    static boolean of(List<Operator> operators) {
        PartitionSafety safety = new PartitionSafety();
        return operators.stream().allMatch(operator -> operator.accept(safety));
    }

    @Override
    public Boolean where(RowOperator.Where operator) {
        return true;
    }

    @Override
    public Boolean sort(RowOperator.Sort operator) {
        return true;
    }

    @Override
    public Boolean top(RowOperator.Top operator) {
        return true;
    }

    @Override
    public Boolean take(RowOperator.Take operator) {
        return true;
    }

    @Override
    public Boolean sample(RowOperator.Sample operator) {
        return false;
    }

    @Override
    public Boolean as(RowOperator.As operator) {
        return false;
    }

    @Override
    public Boolean consume(RowOperator.Consume operator) {
        return true;
    }

    @Override
    public Boolean render(RowOperator.Render operator) {
        return false;
    }

    @Override
    public Boolean extend(ColumnOperator.Extend operator) {
        return true;
    }

    @Override
    public Boolean project(ColumnOperator.Project operator) {
        return true;
    }

    @Override
    public Boolean projectAway(ColumnOperator.ProjectAway operator) {
        return true;
    }

    @Override
    public Boolean projectKeep(ColumnOperator.ProjectKeep operator) {
        return true;
    }

    @Override
    public Boolean projectRename(ColumnOperator.ProjectRename operator) {
        return true;
    }

    @Override
    public Boolean projectReorder(ColumnOperator.ProjectReorder operator) {
        return true;
    }

    @Override
    public Boolean serialize(ColumnOperator.Serialize operator) {
        return true;
    }

    @Override
    public Boolean getschema(ColumnOperator.Getschema operator) {
        return false;
    }

    @Override
    public Boolean assertSchema(ColumnOperator.AssertSchema operator) {
        return false;
    }

    @Override
    public Boolean summarize(GroupOperator.Summarize operator) {
        return true;
    }

    @Override
    public Boolean distinct(GroupOperator.Distinct operator) {
        return true;
    }

    @Override
    public Boolean count(GroupOperator.Count operator) {
        return true;
    }

    @Override
    public Boolean makeSeries(GroupOperator.MakeSeries operator) {
        return false;
    }

    @Override
    public Boolean topNested(GroupOperator.TopNested operator) {
        return false;
    }

    @Override
    public Boolean topHitters(GroupOperator.TopHitters operator) {
        return false;
    }

    @Override
    public Boolean sampleDistinct(GroupOperator.SampleDistinct operator) {
        return false;
    }

    @Override
    public Boolean reduce(GroupOperator.Reduce operator) {
        return true;
    }

    @Override
    public Boolean join(CombineOperator.Join operator) {
        return false;
    }

    @Override
    public Boolean lookup(CombineOperator.Lookup operator) {
        return false;
    }

    @Override
    public Boolean union(CombineOperator.Union operator) {
        return false;
    }

    @Override
    public Boolean search(CombineOperator.Search operator) {
        return false;
    }

    @Override
    public Boolean find(CombineOperator.Find operator) {
        return false;
    }

    @Override
    public Boolean fork(CombineOperator.Fork operator) {
        return false;
    }

    @Override
    public Boolean facet(CombineOperator.Facet operator) {
        return false;
    }

    @Override
    public Boolean partition(CombineOperator.Partition operator) {
        return false;
    }

    @Override
    public Boolean mvExpand(ExpandOperator.MvExpand operator) {
        return true;
    }

    @Override
    public Boolean mvApply(ExpandOperator.MvApply operator) {
        return false;
    }

    @Override
    public Boolean parse(ExpandOperator.Parse operator) {
        return true;
    }

    @Override
    public Boolean parseWhere(ExpandOperator.ParseWhere operator) {
        return true;
    }

    @Override
    public Boolean parseKv(ExpandOperator.ParseKv operator) {
        return true;
    }

    @Override
    public Boolean scan(ExpandOperator.Scan operator) {
        return true;
    }

    @Override
    public Boolean invoke(ExpandOperator.Invoke operator) {
        return false;
    }

    @Override
    public Boolean evaluate(ExpandOperator.Evaluate operator) {
        return false;
    }

    @Override
    public Boolean print(ExpandOperator.Print operator) {
        return false;
    }

    @Override
    public Boolean range(ExpandOperator.Range operator) {
        return false;
    }
}
