package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.connector.read.SupportsPushDownLimit;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Collects what Spark lets us do on the ADX side. The list of interfaces is the list of push-downs. */
final class AdxScanBuilder
        implements ScanBuilder, SupportsPushDownV2Filters, SupportsPushDownRequiredColumns, SupportsPushDownLimit {
    private final AdxReadOptions options;
    private final List<AdxColumn> columns;
    private final List<Predicate> pushed = new ArrayList<>();
    private String kql;
    private List<AdxColumn> wanted;

    private AdxScanBuilder(AdxReadOptions options, List<AdxColumn> columns) {
        this.options = options;
        this.columns = columns;
        this.wanted = columns;
        this.kql = options.query();
    }

    /** The schema is the one that Spark planned with; one that somebody else wrote must agree with ADX. */
    static AdxScanBuilder of(AdxReadOptions options, StructType planned) {
        return new AdxScanBuilder(options, SparkTypes.columns(planned).orElseGet(() -> asked(options, planned)));
    }

    private static List<AdxColumn> asked(AdxReadOptions options, StructType planned) {
        List<AdxColumn> columns = AdxTableProvider.columns(options);
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
        if (!options.pushesFilters()) {
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
            kql = KqlText.pipe(kql, "where " + String.join(" and ", conditions));
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
        kql = KqlText.pipe(kql, "take " + limit);
        return true;
    }

    @Override
    public boolean isPartiallyPushed() {
        return false;
    }

    @Override
    public void pruneColumns(StructType required) {
        List<String> names = Arrays.asList(required.fieldNames());
        wanted = names.stream().map(this::column).toList();
    }

    @Override
    public Scan build() {
        String text = wanted.equals(columns) ? kql : KqlText.pipe(kql, "project " + projection());
        return new AdxScan(ClusterTicket.of(options.cluster()), text, options.request(), wanted);
    }

    private AdxColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Spark asks for a column that is not there: " + name));
    }

    /** KQL has no result without columns, so a bare count reads one that stands for none. */
    private String projection() {
        return wanted.isEmpty()
                ? "adxflow_row = true"
                : wanted.stream().map(column -> KqlText.name(column.name())).collect(Collectors.joining(", "));
    }
}
