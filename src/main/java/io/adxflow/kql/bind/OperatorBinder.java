package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_PLUGIN;

import io.adxflow.kql.bind.operator.ApplyBinder;
import io.adxflow.kql.bind.operator.ColumnBinder;
import io.adxflow.kql.bind.operator.ColumnChoiceBinder;
import io.adxflow.kql.bind.operator.DistinctBinder;
import io.adxflow.kql.bind.operator.ExpandBinder;
import io.adxflow.kql.bind.operator.FindBinder;
import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.operator.InvokeBinder;
import io.adxflow.kql.bind.operator.JoinBinder;
import io.adxflow.kql.bind.operator.LastOperator;
import io.adxflow.kql.bind.operator.ParseBinder;
import io.adxflow.kql.bind.operator.ParseKvBinder;
import io.adxflow.kql.bind.operator.PartitionBinder;
import io.adxflow.kql.bind.operator.ReduceBinder;
import io.adxflow.kql.bind.operator.RowBinder;
import io.adxflow.kql.bind.operator.SampleBinder;
import io.adxflow.kql.bind.operator.ScanBinder;
import io.adxflow.kql.bind.operator.SchemaBinder;
import io.adxflow.kql.bind.operator.SearchBinder;
import io.adxflow.kql.bind.operator.SeriesBinder;
import io.adxflow.kql.bind.operator.SortBinder;
import io.adxflow.kql.bind.operator.SummarizeBinder;
import io.adxflow.kql.bind.operator.TopHittersBinder;
import io.adxflow.kql.bind.operator.TopNestedBinder;
import io.adxflow.kql.bind.operator.UnionBinder;
import io.adxflow.kql.bind.operator.ValuesBinder;
import io.adxflow.kql.bind.plugin.PluginBinder;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.ColumnOperator;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.GroupOperator;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.RowOperator;
import java.util.Optional;

/** Sends each operator to the class that binds its family. */
final class OperatorBinder implements Operator.Visitor<Relation> {
    private final Session session;
    private final Scope scope;
    private final Optional<Relation> input;

    OperatorBinder(Session session, Scope scope, Optional<Relation> input) {
        this.session = session;
        this.scope = scope;
        this.input = input;
    }

    private Frame frame() {
        Relation rows = input.orElseThrow(() -> new IllegalStateException("the parser let an operator start a query"));
        return new Frame(session, scope, rows);
    }

    @Override
    public Relation where(RowOperator.Where operator) {
        return new RowBinder(frame()).where(operator);
    }

    @Override
    public Relation sort(RowOperator.Sort operator) {
        return new SortBinder(frame()).sort(operator);
    }

    @Override
    public Relation top(RowOperator.Top operator) {
        return new SortBinder(frame()).top(operator);
    }

    @Override
    public Relation take(RowOperator.Take operator) {
        return new RowBinder(frame()).take(operator);
    }

    @Override
    public Relation sample(RowOperator.Sample operator) {
        return new SampleBinder(frame()).sample(operator);
    }

    @Override
    public Relation as(RowOperator.As operator) {
        return new RowBinder(frame()).as(operator);
    }

    @Override
    public Relation consume(RowOperator.Consume operator) {
        return new RowBinder(frame()).consume();
    }

    @Override
    public Relation render(RowOperator.Render operator) {
        return new RowBinder(frame()).render(operator);
    }

    @Override
    public Relation extend(ColumnOperator.Extend operator) {
        return new ColumnBinder(frame()).extend(operator.columns());
    }

    @Override
    public Relation project(ColumnOperator.Project operator) {
        return new ColumnBinder(frame()).project(operator);
    }

    @Override
    public Relation projectAway(ColumnOperator.ProjectAway operator) {
        return new ColumnChoiceBinder(frame()).away(operator);
    }

    @Override
    public Relation projectKeep(ColumnOperator.ProjectKeep operator) {
        return new ColumnChoiceBinder(frame()).keep(operator);
    }

    @Override
    public Relation projectRename(ColumnOperator.ProjectRename operator) {
        return new ColumnChoiceBinder(frame()).rename(operator);
    }

    @Override
    public Relation projectReorder(ColumnOperator.ProjectReorder operator) {
        return new ColumnChoiceBinder(frame()).reorder(operator);
    }

    @Override
    public Relation serialize(ColumnOperator.Serialize operator) {
        return new ColumnBinder(frame()).serialize(operator);
    }

    @Override
    public Relation getschema(ColumnOperator.Getschema operator) {
        return new SchemaBinder(frame()).getschema();
    }

    @Override
    public Relation assertSchema(ColumnOperator.AssertSchema operator) {
        return new SchemaBinder(frame()).assertSchema(operator);
    }

    @Override
    public Relation summarize(GroupOperator.Summarize operator) {
        return new SummarizeBinder(frame()).summarize(operator);
    }

    @Override
    public Relation distinct(GroupOperator.Distinct operator) {
        return new DistinctBinder(frame()).distinct(operator);
    }

    @Override
    public Relation count(GroupOperator.Count operator) {
        return new DistinctBinder(frame()).count(operator);
    }

    @Override
    public Relation makeSeries(GroupOperator.MakeSeries operator) {
        return new SeriesBinder(frame(), operator).makeSeries();
    }

    @Override
    public Relation topNested(GroupOperator.TopNested operator) {
        return new TopNestedBinder(frame()).topNested(operator);
    }

    @Override
    public Relation topHitters(GroupOperator.TopHitters operator) {
        return new TopHittersBinder(frame()).topHitters(operator);
    }

    @Override
    public Relation sampleDistinct(GroupOperator.SampleDistinct operator) {
        return new SampleBinder(frame()).sampleDistinct(operator);
    }

    @Override
    public Relation reduce(GroupOperator.Reduce operator) {
        return new ReduceBinder(frame(), operator).reduce();
    }

    @Override
    public Relation join(CombineOperator.Join operator) {
        return new JoinBinder(frame()).join(operator);
    }

    @Override
    public Relation lookup(CombineOperator.Lookup operator) {
        return new JoinBinder(frame()).lookup(operator);
    }

    @Override
    public Relation union(CombineOperator.Union operator) {
        return new UnionBinder(session, scope).union(input, operator);
    }

    @Override
    public Relation search(CombineOperator.Search operator) {
        return new SearchBinder(session, scope).search(input, operator);
    }

    @Override
    public Relation find(CombineOperator.Find operator) {
        return new FindBinder(session, scope).find(input, operator);
    }

    @Override
    public Relation fork(CombineOperator.Fork operator) {
        throw LastOperator.misplaced(operator, "fork");
    }

    @Override
    public Relation facet(CombineOperator.Facet operator) {
        throw LastOperator.misplaced(operator, "facet");
    }

    @Override
    public Relation partition(CombineOperator.Partition operator) {
        return new PartitionBinder(frame(), operator).partition();
    }

    @Override
    public Relation mvExpand(ExpandOperator.MvExpand operator) {
        return new ExpandBinder(frame()).mvExpand(operator);
    }

    @Override
    public Relation mvApply(ExpandOperator.MvApply operator) {
        return new ApplyBinder(frame()).mvApply(operator);
    }

    @Override
    public Relation parse(ExpandOperator.Parse operator) {
        return new ParseBinder(frame()).parse(operator.pattern());
    }

    @Override
    public Relation parseWhere(ExpandOperator.ParseWhere operator) {
        return new ParseBinder(frame()).parseWhere(operator.pattern());
    }

    @Override
    public Relation parseKv(ExpandOperator.ParseKv operator) {
        return new ParseKvBinder(frame()).parseKv(operator);
    }

    @Override
    public Relation scan(ExpandOperator.Scan operator) {
        return new ScanBinder(frame(), operator).scan();
    }

    @Override
    public Relation invoke(ExpandOperator.Invoke operator) {
        return new InvokeBinder(frame()).invoke(operator);
    }

    @Override
    public Relation evaluate(ExpandOperator.Evaluate operator) {
        if (input.isEmpty()) {
            throw UNSUPPORTED_PLUGIN
                    .at(operator.plugin().span(), operator.plugin().function().text())
                    .toException();
        }
        return new PluginBinder(frame()).evaluate(operator);
    }

    @Override
    public Relation print(ExpandOperator.Print operator) {
        return new ValuesBinder(session, scope).print(operator);
    }

    @Override
    public Relation range(ExpandOperator.Range operator) {
        return new ValuesBinder(session, scope).range(operator);
    }
}
