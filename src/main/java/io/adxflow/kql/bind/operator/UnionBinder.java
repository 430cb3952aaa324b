package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNKNOWN_TABLE;

import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scalar.Places;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.bind.scope.Tables;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code union}: which tables take part, and the value of each for every column of the result. */
public final class UnionBinder {
    private final Session session;
    private final Scope scope;

    public UnionBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    /** A table that takes part, and its name in the result. */
    record Member(String name, Relation rows) {}

    public Relation union(Optional<Relation> input, CombineOperator.Union union) {
        List<Member> members = members(input, union.tables(), union.isFuzzy());
        if (members.isEmpty()) {
            throw UNKNOWN_TABLE.at(union.span(), "*").toException();
        }
        List<UnionColumns.Column> columns = UnionColumns.of(
                members.stream().map(member -> member.rows().header()).toList(), union.kind());
        List<Field> fields = new ArrayList<>();
        ColumnNames names = new ColumnNames(
                union.sourceColumn().map(Expression.Name::text).map(List::of).orElse(List.of()));
        union.sourceColumn().ifPresent(name -> fields.add(session.field(name.text(), KqlType.STRING)));
        fields.addAll(fields(columns, names));
        boolean hasSource = union.sourceColumn().isPresent();
        return new Relation.Union(
                members.stream().map(member -> leg(member, columns, hasSource)).toList(), Header.of(fields));
    }

    /** A name that only a type made gives way to one that a table has. */
    private List<Field> fields(List<UnionColumns.Column> columns, ColumnNames names) {
        Map<UnionColumns.Column, String> unique = new HashMap<>();
        columns.stream()
                .filter(column -> !column.isSplit())
                .forEach(column -> unique.put(column, names.unique(column.name())));
        columns.stream()
                .filter(UnionColumns.Column::isSplit)
                .forEach(column -> unique.put(column, names.unique(column.name())));
        return columns.stream()
                .map(column -> session.field(unique.get(column), column.type()))
                .toList();
    }

    /** The rows so far, and the tables that are named or match a pattern; fuzzy leaves out those that do not exist. */
    List<Member> members(Optional<Relation> input, List<Expression> tables, boolean isFuzzy) {
        List<Member> members = new ArrayList<>();
        input.ifPresent(rows -> members.add(new Member(name(rows, 0), rows)));
        tables.forEach(table -> add(table, isFuzzy, members));
        return members;
    }

    private Relation.Leg leg(Member member, List<UnionColumns.Column> columns, boolean hasSource) {
        List<Scalar> values = new ArrayList<>();
        if (hasSource) {
            values.add(Scalar.Constant.of(KqlType.STRING, member.name()));
        }
        Header header = member.rows().header();
        for (UnionColumns.Column column : columns) {
            values.add(header.field(column.source())
                    .filter(field -> field.type() == column.type())
                    .<Scalar>map(Field::reference)
                    .orElseGet(() -> Scalar.Constant.nullOf(column.type())));
        }
        return new Relation.Leg(member.rows(), values);
    }

    private String name(Relation rows, int index) {
        return session.nameOf(rows).or(() -> tableName(rows)).orElse("union_arg" + index);
    }

    static Optional<String> tableName(Relation rows) {
        return rows instanceof Relation.Scan scan ? Optional.of(scan.table().name()) : Optional.empty();
    }

    private void add(Expression table, boolean isFuzzy, List<Member> members) {
        if (table instanceof Expression.Wildcard wildcard) {
            addMatching(wildcard, members);
            return;
        }
        try {
            Relation rows = session.tables(scope).bind(table);
            members.add(
                    new Member(isView(table) ? ((Expression.Name) table).text() : name(rows, members.size()), rows));
        } catch (UserException failed) {
            boolean isMissing =
                    failed.diagnostics().stream().allMatch(diagnostic -> diagnostic.problem() == UNKNOWN_TABLE);
            if (!isFuzzy || !isMissing) {
                throw failed;
            }
        }
    }

    /** The tables of the database and the views of the query whose names match. */
    private void addMatching(Expression.Wildcard wildcard, List<Member> members) {
        Catalog catalog = wildcard.scope()
                .map(place -> new Places(session, scope).catalog(place))
                .orElse(session.catalog());
        Tables tables = session.tables(scope);
        for (String name : catalog.tableNames()) {
            if (Wildcards.matches(wildcard.pattern(), name)) {
                members.add(new Member(name, tables.scan(catalog.table(name).orElseThrow(), wildcard.span())));
            }
        }
        List<String> views = catalog == session.catalog() ? catalog.viewNames() : List.of();
        for (String name : views) {
            if (Wildcards.matches(wildcard.pattern(), name)) {
                members.add(new Member(name, tables.bind(new Expression.Name(wildcard.span(), name))));
            }
        }
        for (String name : scope.names()) {
            if (isView(new Expression.Name(wildcard.span(), name)) && Wildcards.matches(wildcard.pattern(), name)) {
                members.add(new Member(name, tables.bind(new Expression.Name(wildcard.span(), name))));
            }
        }
    }

    private boolean isView(Expression table) {
        return table instanceof Expression.Name name
                && scope.find(name.text())
                        .filter(Symbol.Function.class::isInstance)
                        .filter(symbol -> ((Symbol.Function) symbol).visibility() == Symbol.Visibility.VIEW)
                        .isPresent();
    }
}
