package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxProblem;
import io.adxflow.adx.client.Quoted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.SortOrder;
import org.apache.spark.sql.connector.expressions.aggregate.Aggregation;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownAggregates;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownOffset;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownTopN;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Collects what Spark lets us do on the ADX side. The list of interfaces is the list of push-downs. */
final class AdxScanBuilder
        implements ScanBuilder,
                SupportsPushDownV2Filters,
                SupportsPushDownRequiredColumns,
                SupportsPushDownAggregates,
                SupportsPushDownTopN,
                SupportsPushDownLimit,
                SupportsPushDownOffset {
    private final AdxReadOptions options;
    private final List<Predicate> pushed = new ArrayList<>();
    private List<ReadColumn> columns;
    private List<ReadColumn> wanted;
    private final List<String> operators = new ArrayList<>();
    private Optional<KqlAggregation> aggregation = Optional.empty();
    private boolean sorted;
    private boolean skipped;
    private OptionalInt limit = OptionalInt.empty();

    private AdxScanBuilder(AdxReadOptions options, List<ReadColumn> columns) {
        this.options = options;
        this.columns = columns;
        this.wanted = columns;
    }

    /** The schema is the one that Spark planned with; one that somebody else wrote must agree with ADX. */
    static AdxScanBuilder of(AdxReadOptions options, StructType planned) {
        return new AdxScanBuilder(options, SparkTypes.columns(planned).orElseGet(() -> asked(options, planned)));
    }

    private static List<ReadColumn> asked(AdxReadOptions options, StructType planned) {
        List<ReadColumn> columns = AdxTableProvider.columns(options);
        StructType found = SparkTypes.schema(columns);
        if (!found.catalogString().equals(planned.catalogString())) {
            throw AdxProblem.SCHEMA_CHANGED
                    .with(planned.catalogString(), found.catalogString())
                    .toException();
        }
        return columns;
    }

    /** A predicate goes to ADX when KQL can say exactly the same; Spark evaluates the others. */
    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        if (!options.pushesDown()) {
            return predicates;
        }
        PredicateToKql translator = new PredicateToKql(columns);
        List<String> conditions = new ArrayList<>();
        List<Predicate> left = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Optional<String> condition = translator.translate(predicate);
            condition.ifPresentOrElse(
                    text -> {
                        conditions.add(text);
                        pushed.add(predicate);
                    },
                    () -> left.add(predicate));
        }
        conditions.removeIf("true"::equals);
        if (!conditions.isEmpty()) {
            operators.add("where " + String.join(" and ", conditions));
        }
        return left.toArray(Predicate[]::new);
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    /** Spark asks only when no predicate is left to it. There is one slice, so the limit holds for the whole. */
    @Override
    public boolean pushLimit(int limit) {
        if (!options.pushesDown()) {
            return false;
        }
        operators.add("take " + limit);
        this.limit = OptionalInt.of(limit);
        return true;
    }

    @Override
    public boolean supportCompletePushDown(Aggregation aggregation) {
        return summarize(aggregation).isPresent();
    }

    /** Spark asks only when no predicate is left to it. */
    @Override
    public boolean pushAggregation(Aggregation aggregation) {
        Optional<KqlAggregation> summarize = summarize(aggregation);
        summarize.ifPresent(pushed -> {
            operators.add(pushed.operator());
            columns = pushed.columns();
            wanted = columns;
        });
        this.aggregation = summarize;
        return summarize.isPresent();
    }

    private Optional<KqlAggregation> summarize(Aggregation aggregation) {
        return options.pushesDown() ? new AggregationToKql(columns).translate(aggregation) : Optional.empty();
    }

    @Override
    public boolean pushTopN(SortOrder[] orders, int limit) {
        Optional<String> top = options.pushesDown() ? new SortToKql(this::meant).top(orders, limit) : Optional.empty();
        top.ifPresent(operators::add);
        sorted = top.isPresent();
        this.limit = sorted ? OptionalInt.of(limit) : this.limit;
        return sorted;
    }

    /** Behind an aggregation Spark names keys and aggregates, and not the columns of its result. */
    private Optional<ReadColumn> meant(Expression expression) {
        if (aggregation.isPresent()) {
            return aggregation.get().column(expression);
        }
        return expression instanceof NamedReference reference && reference.fieldNames().length == 1
                ? Optional.of(column(reference.fieldNames()[0]))
                : Optional.empty();
    }

    /** Without an order; behind one Spark skips rows itself, as it sorts itself. */
    @Override
    public boolean pushOffset(int offset) {
        if (!options.pushesDown()) {
            return false;
        }
        operators.add("serialize\n| where row_number() > " + offset);
        skipped = true;
        return true;
    }

    /** Whether Spark sorts and cuts again, which costs it nothing and needs no promise about the order of an answer. */
    @Override
    public boolean isPartiallyPushed() {
        return sorted;
    }

    @Override
    public void pruneColumns(StructType required) {
        List<String> names = Arrays.asList(required.fieldNames());
        wanted = names.stream().map(this::column).toList();
    }

    @Override
    public Scan build() {
        if (!wanted.equals(columns)) {
            operators.add("project " + projection());
        }
        return new AdxScan(options.cluster(), options.query(), slices(), options.request(), wanted);
    }

    /** Rows that somebody counts together come from one slice. */
    private SlicePlan slices() {
        if (aggregation.isPresent() || limit.isPresent() || skipped) {
            return SlicePlan.whole(operatorsBehind(options.query()), atMost());
        }
        int cores = SparkSession.active().sparkContext().defaultParallelism();
        List<String> names = wanted.stream().map(ReadColumn::name).toList();
        return new SlicePlanner(options, this::operatorsBehind, names).plan(cores);
    }

    private OptionalLong atMost() {
        boolean one = aggregation.isPresent() && aggregation.get().isOneRow();
        return limit.isPresent() ? OptionalLong.of(limit.getAsInt()) : one ? OptionalLong.of(1) : OptionalLong.empty();
    }

    private String operatorsBehind(String query) {
        String text = query;
        for (String operator : operators) {
            text = KqlText.pipe(text, operator);
        }
        return text;
    }

    private ReadColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Spark asks for a column that is not there: " + name));
    }

    /** KQL has no result without columns, so a bare count reads one that stands for none. */
    private String projection() {
        return wanted.isEmpty()
                ? "adxflow_row = true"
                : wanted.stream().map(column -> Quoted.name(column.name())).collect(Collectors.joining(", "));
    }
}
