package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.UNKNOWN_TABLE;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.CombineOperator;
import io.adxflow.kql.syntax.Expression;
import io.adxflow.kql.syntax.SearchKind;
import io.adxflow.kql.syntax.UnionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code find}: the rows of many tables that satisfy a predicate; a column that a table does not have is null there. The
 * first column says where a row is from.
 */
final class FindBinder {
    private final Session session;
    private final Scope scope;

    FindBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    Relation find(Optional<Relation> input, CombineOperator.Find find) {
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
        List<UnionColumns.Column> columns = UnionColumns.of(
                members.stream().map(member -> member.rows().header()).toList(), UnionKind.OUTER);
        List<FindColumns.Output> all = columns.stream()
                .map(column -> new FindColumns.Output(
                        session.field(column.name(), column.type()),
                        member -> value(member.rows().header(), column)))
                .toList();
        Relation searched = union(members, all);
        SearchTerms terms = new SearchTerms(new Frame(session, scope, searched), SearchKind.CASE_INSENSITIVE);
        Scalar predicate = terms.bind(find.predicate());
        FindColumns chosen = new FindColumns(find.span(), session, scope, members, all, terms.named());
        List<FindColumns.Output> outputs = new ArrayList<>(List.of(source(find)));
        outputs.addAll(chosen.of(find.output()));
        List<FindColumns.Output> computed = new ArrayList<>(all);
        outputs.stream().filter(output -> !all.contains(output)).forEach(computed::add);
        Relation rows = new Relation.Filter(union(members, computed), predicate);
        return new Relation.Project(
                rows,
                List.of(),
                Header.of(outputs.stream().map(FindColumns.Output::field).toList()));
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
                session.field(name, KqlType.STRING), member -> Scalar.Constant.of(KqlType.STRING, member.name()));
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
