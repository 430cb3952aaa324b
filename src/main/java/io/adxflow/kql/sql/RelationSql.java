package io.adxflow.kql.sql;

import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes one step for each relation; answers with the name of the step that holds its rows. */
final class RelationSql implements Relation.Visitor<String> {
    private final Steps steps;
    private final Set<Integer> needed;
    private final Map<String, String> values;
    private final Map<Relation, String> written = new IdentityHashMap<>();

    RelationSql(Steps steps, Map<String, String> values, Set<Integer> needed) {
        this.steps = steps;
        this.needed = needed;
        this.values = values;
    }

    /** The step of a relation, written when it is asked for the first time. */
    String step(Relation relation) {
        String known = written.get(relation);
        if (known != null) {
            return known;
        }
        String name = relation.accept(this);
        written.put(relation, name);
        return name;
    }

    /** An expression that names no column. */
    String constant(Scalar scalar) {
        RowSql row = over("(SELECT 1 AS one)");
        String sql = row.of(scalar);
        return row.columns().isEmpty() ? sql : "(SELECT " + sql + " FROM " + row.rows() + ")";
    }

    /** Expressions over the rows of a step, or of a select in parentheses. */
    RowSql over(String input) {
        SharedValues shared = new SharedValues(input, steps);
        return new RowSql(shared, new ScalarSql(values, this::step, shared::column));
    }

    Steps steps() {
        return steps;
    }

    /** The fields that this relation hands on and somebody names. */
    List<Field> needed(Header header) {
        return header.carried().stream().filter(this::isNeeded).toList();
    }

    boolean isNeeded(Field field) {
        return needed.contains(field.id());
    }

    /** A select list, which SQL does not allow to be empty. */
    static String list(List<String> columns) {
        return columns.isEmpty() ? "NULL AS nothing" : String.join(", ", columns);
    }

    static String as(String sql, Field field) {
        return sql + " AS " + Sql.name(field);
    }

    @Override
    public String scan(Relation.Scan scan) {
        return steps.add(SourceSql.scan(scan, this));
    }

    @Override
    public String values(Relation.Values values) {
        return steps.add(SourceSql.values(values, this));
    }

    @Override
    public String range(Relation.Range range) {
        return steps.add(SourceSql.range(range, this));
    }

    @Override
    public String filter(Relation.Filter filter) {
        RowSql row = over(step(filter.input()));
        String condition = row.condition(filter.predicate());
        return steps.add("SELECT * FROM " + row.rows() + " WHERE " + condition);
    }

    /** Columns that are only passed on, renamed or left out need no step: fields keep their ids. */
    @Override
    public String project(Relation.Project project) {
        String input = step(project.input());
        Map<Integer, Scalar> computed = new HashMap<>();
        for (Assignment assignment : project.assignments()) {
            if (isNeeded(assignment.field())) {
                computed.put(assignment.field().id(), assignment.value());
            }
        }
        if (computed.isEmpty()) {
            return input;
        }
        RowSql row = over(input);
        List<String> columns = needed(project.header()).stream()
                .map(field -> computed.containsKey(field.id())
                        ? as(row.of(computed.get(field.id())), field)
                        : Sql.name(field))
                .toList();
        return steps.add("SELECT " + list(columns) + " FROM " + row.rows());
    }

    @Override
    public String window(Relation.Window window) {
        return steps.add(WindowSql.of(window, this));
    }

    @Override
    public String aggregate(Relation.Aggregate aggregate) {
        return steps.add(AggregateSql.of(aggregate, this));
    }

    /** The order is part of the header; whoever depends on it writes it. */
    @Override
    public String sort(Relation.Sort sort) {
        return step(sort.input());
    }

    @Override
    public String limit(Relation.Limit limit) {
        String input = step(limit.input());
        String order = OrderSql.clause(limit.header());
        String rows = constant(limit.rows());
        if (limit.header().partition().isEmpty()) {
            return steps.add("SELECT * FROM " + input + order + " LIMIT " + rows);
        }
        String partition = limit.header().partition().stream().map(Sql::name).collect(Collectors.joining(", "));
        return steps.add("SELECT * FROM " + input + " QUALIFY row_number() OVER (PARTITION BY " + partition + order
                + ") <= " + rows);
    }

    @Override
    public String join(Relation.Join join) {
        return steps.add(JoinSql.of(join, this));
    }

    @Override
    public String union(Relation.Union union) {
        List<Field> fields = union.header().fields();
        List<String> selects =
                union.legs().stream().map(leg -> leg(leg, fields)).toList();
        return steps.add(String.join(" UNION ALL ", selects));
    }

    private String leg(Relation.Leg leg, List<Field> fields) {
        RowSql row = over(step(leg.input()));
        List<String> columns = IntStream.range(0, fields.size())
                .filter(index -> isNeeded(fields.get(index)))
                .mapToObj(index -> as(row.of(leg.values().get(index)), fields.get(index)))
                .toList();
        return "SELECT " + list(columns) + " FROM " + row.rows();
    }

    @Override
    public String unnest(Relation.Unnest unnest) {
        return UnnestSql.of(unnest, this);
    }

    @Override
    public String match(Relation.Match match) {
        return MatchSql.of(match, this);
    }

    @Override
    public String materialize(Relation.Materialize materialize) {
        return steps.addMaterialized("SELECT * FROM " + step(materialize.input()));
    }
}
