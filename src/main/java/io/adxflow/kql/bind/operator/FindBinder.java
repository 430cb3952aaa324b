package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNKNOWN_TABLE;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.SearchKind;
import io.adxflow.kql.syntax.tree.UnionKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code find}: the rows of many tables that satisfy a predicate; a column that a table does not have is null there. The
 * first column says where a row is from.
 */
public final class FindBinder {
    private final Session session;
    private final Scope scope;

    public FindBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    public Relation find(Optional<Relation> input, CombineOperator.Find find) {
        if (input.isPresent()) {
            throw UNSUPPORTED_OPTION
                    .at(find.span(), "find behind other rows")
                    .withHint("where or search looks into the rows so far")
                    .toException();
        }
        List<Expression> tables = find.tables().isEmpty()
                ? List.of(new Expression.Wildcard(find.span(), Optional.empty(), "*"))
                : find.tables();
        List<UnionBinder.Member> members =
                new UnionBinder(session, scope).members(Optional.empty(), tables, find.isFuzzy());
        if (members.isEmpty()) {
            throw UNKNOWN_TABLE.at(find.span(), "*").toException();
        }
        return found(find, members);
    }

    private Relation found(CombineOperator.Find find, List<UnionBinder.Member> members) {
        List<UnionColumns.Column> known = columns(members);
        Set<String> named = new LinkedHashSet<>();
        List<UnionBinder.Member> found = members.stream()
                .flatMap(member -> searched(member.rows(), known, find.predicate(), named)
                        .map(rows -> new UnionBinder.Member(member.name(), rows))
                        .stream())
                .toList();
        List<FindColumns.Output> all = columns(found).stream()
                .map(column -> new FindColumns.Output(
                        session.field(column.name(), column.type()),
                        column.source(),
                        member -> value(member.rows().header(), column)))
                .toList();
        FindColumns chosen = new FindColumns(find.span(), session, scope, found, all, named(named, all));
        List<FindColumns.Output> outputs = new ArrayList<>(List.of(source(find)));
        outputs.addAll(chosen.of(find.output()));
        return union(found, outputs);
    }

    private static List<UnionColumns.Column> columns(List<UnionBinder.Member> members) {
        return UnionColumns.of(
                members.stream().map(member -> member.rows().header()).toList(), UnionKind.OUTER);
    }

    /**
     * The rows of one table that satisfy the predicate, which sees the columns of the others as nulls; nothing for a table
     * that has none of the columns that the predicate uses.
     */
    private Optional<Relation> searched(
            Relation rows, List<UnionColumns.Column> columns, Expression predicate, Set<String> named) {
        Header own = rows.header();
        List<Field> fields = new ArrayList<>(own.fields());
        List<Assignment> absent = new ArrayList<>();
        for (UnionColumns.Column column : columns) {
            if (fields.stream().noneMatch(field -> field.name().equals(column.source()))) {
                Field field = session.field(column.source(), column.type());
                absent.add(new Assignment(field, Scalar.Constant.nullOf(column.type())));
                fields.add(field);
            }
        }
        Relation widened = new Relation.Project(rows, absent, own.withFields(fields));
        SearchTerms terms = new SearchTerms(new Frame(session, scope, widened), SearchKind.CASE_INSENSITIVE);
        Scalar condition = terms.bind(predicate);
        terms.named()
                .forEach(id ->
                        fields.stream().filter(field -> field.id() == id).forEach(field -> named.add(field.name())));
        return usesOnly(condition, absent)
                ? Optional.empty()
                : Optional.of(new Relation.Project(new Relation.Filter(widened, condition), List.of(), own));
    }

    private static boolean usesOnly(Scalar condition, List<Assignment> absent) {
        Set<Integer> used = References.of(condition);
        Set<Integer> missing =
                absent.stream().map(assignment -> assignment.field().id()).collect(Collectors.toSet());
        return !used.isEmpty() && missing.containsAll(used);
    }

    /** The columns that the predicate names, each in all of its types. */
    private static List<FindColumns.Output> named(Set<String> names, List<FindColumns.Output> all) {
        return names.stream()
                .flatMap(name -> all.stream().filter(column -> column.source().equals(name)))
                .toList();
    }

    private static Scalar value(Header header, UnionColumns.Column column) {
        return header.field(column.source())
                .filter(field -> field.type() == column.type())
                .<Scalar>map(Field::reference)
                .orElseGet(() -> Scalar.Constant.nullOf(column.type()));
    }

    private FindColumns.Output source(CombineOperator.Find find) {
        String name = find.sourceColumn().map(Expression.Name::text).orElse("source_");
        return new FindColumns.Output(
                session.field(name, KqlType.STRING), "", member -> Scalar.Constant.of(KqlType.STRING, member.name()));
    }

    private static Relation union(List<UnionBinder.Member> members, List<FindColumns.Output> outputs) {
        List<Relation.Leg> legs = members.stream()
                .map(member -> new Relation.Leg(
                        member.rows(),
                        outputs.stream()
                                .map(output -> output.value().apply(member))
                                .toList()))
                .toList();
        return new Relation.Union(
                legs, Header.of(outputs.stream().map(FindColumns.Output::field).toList()));
    }
}
