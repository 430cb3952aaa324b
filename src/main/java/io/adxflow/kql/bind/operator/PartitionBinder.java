package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.BAD_ARGUMENT;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.SharedRelation;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.bind.scope.Tables;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * {@code partition by column (subquery)}: the subquery sees the rows of one value at a time. Operators that keep partitions
 * apart work on all of them at once; with any other one the subquery is bound for each value, of which there may be 64.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/partition-operator">partition operator</a>
 */
public final class PartitionBinder {
    private static final int MOST_VALUES = 64;

    /** Without any value the subquery is still bound, for its columns. */
    private static final UnaryOperator<Scalar> NONE = value -> Scalar.Constant.of(KqlType.BOOL, false);

    private final Frame frame;
    private final CombineOperator.Partition partition;
    private final Field column;

    public PartitionBinder(Frame frame, CombineOperator.Partition partition) {
        this.frame = frame;
        this.partition = partition;
        Scalar by = frame.scalars().bind(partition.by());
        this.column = frame.input().header().fields().stream()
                .filter(candidate -> candidate.reference().equals(by))
                .findFirst()
                .orElseThrow(() -> EXPECTED_COLUMN.at(partition.by().span()).toException());
    }

    public Relation partition() {
        if (partition.query() instanceof Expression.Pipe pipe
                && pipe.source().isEmpty()
                && PartitionSafety.of(pipe.operators())) {
            return together(pipe);
        }
        return oneByOne();
    }

    private Relation together(Expression.Pipe subquery) {
        Header header = frame.input().header();
        Relation apart = new Relation.Sort(frame.input(), header.partitionedBy(List.of(column)));
        Relation rows = frame.tables().pipe(apart, subquery.operators());
        if (rows.header().partition().isEmpty()) {
            throw UNSUPPORTED_OPTION
                    .at(subquery.span(), "an operator of this subquery in partition")
                    .toException();
        }
        return new Relation.Sort(rows, rows.header().partitionedBy(List.of()).unordered());
    }

    private Relation oneByOne() {
        SharedRelation input = new SharedRelation(new Relation.Materialize(frame.input()));
        List<Relation.Leg> legs = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        List<UnaryOperator<Scalar>> conditions = conditions(input);
        for (UnaryOperator<Scalar> condition : conditions.isEmpty() ? List.of(NONE) : conditions) {
            Relation rows = ofOne(input, condition);
            List<Column> found = rows.header().schema().columns();
            if (legs.isEmpty()) {
                columns.addAll(found);
            } else if (!columns.equals(found)) {
                throw UNSUPPORTED_OPTION
                        .at(partition.query().span(), "a subquery whose columns differ from value to value")
                        .toException();
            }
            List<Scalar> values = new ArrayList<>();
            rows.header().fields().forEach(field -> values.add(field.reference()));
            legs.add(new Relation.Leg(rows, values));
        }
        Relation all = new Relation.Union(legs, frame.session().header(columns));
        return conditions.isEmpty() ? new Relation.Filter(all, NONE.apply(column.reference())) : all;
    }

    /** A condition for each value. */
    private List<UnaryOperator<Scalar>> conditions(SharedRelation input) {
        Relation rows = input.use(frame.session());
        Scalar value = rows.header().field(column.name()).orElseThrow().reference();
        Field text = frame.session().field("text", KqlType.STRING);
        Field isNull = frame.session().field("isNull", KqlType.STRING);
        List<Assignment> keys = List.of(
                new Assignment(text, call("tostring", value)),
                new Assignment(isNull, call("tostring", call("isnull", value))));
        List<List<String>> found = frame.session()
                .preliminary()
                .rows(new Relation.Aggregate(rows, keys, List.of(), Header.of(List.of(text, isNull))));
        if (found.size() > MOST_VALUES) {
            throw tooMany(found.size());
        }
        List<UnaryOperator<Scalar>> conditions = new ArrayList<>();
        found.stream()
                .sorted(Comparator.comparing(row -> row.get(0)))
                .forEach(row -> conditions.add(
                        Boolean.parseBoolean(row.get(1).toLowerCase(Locale.ROOT))
                                ? field -> call("isnull", field)
                                : field -> is(field, row.get(0))));
        return conditions;
    }

    private Scalar is(Scalar value, String text) {
        Scalar isText = call("==", call("tostring", value), Scalar.Constant.of(KqlType.STRING, text));
        return call("and", isText, call("isnotnull", value));
    }

    private UserException tooMany(int found) {
        String problem = "a partition with this subquery takes " + MOST_VALUES + " values, and '" + column.name()
                + "' has " + found;
        return BAD_ARGUMENT.at(partition.by().span(), problem).toException();
    }

    /** The subquery for one value, which its name stands for where the rows do not have it. */
    private Relation ofOne(SharedRelation input, UnaryOperator<Scalar> condition) {
        Relation all = input.use(frame.session());
        Field field = all.header().field(column.name()).orElseThrow();
        SharedRelation rows = new SharedRelation(new Relation.Filter(all, condition.apply(field.reference())));
        Relation first = new Relation.Limit(rows.use(frame.session()), Scalar.Constant.of(KqlType.LONG, 1L));
        Field value = first.header().field(column.name()).orElseThrow();
        Scope scope = frame.scope().inner();
        scope.redeclare(
                column.name(),
                new Symbol.Value(
                        new Scalar.Subquery(new Relation.Project(first, List.of(), Header.of(List.of(value))))));
        Tables tables = frame.session().tables(scope);
        if (partition.query() instanceof Expression.Pipe pipe && pipe.source().isEmpty()) {
            return tables.pipe(rows.use(frame.session()), pipe.operators());
        }
        return tables.bind(partition.query());
    }

    private Scalar call(String function, Scalar... arguments) {
        Span span = partition.by().span();
        return frame.call(function, span, List.of(arguments));
    }
}
