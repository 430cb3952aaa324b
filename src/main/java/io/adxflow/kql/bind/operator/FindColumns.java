package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.UNKNOWN_COLUMN;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FindOutput;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The columns of {@code find}: chosen ones, or those that the predicate names and that all tables have; the rest packed. */
final class FindColumns {
    private static final String PACK = "pack_";

    private final Span span;
    private final Session session;
    private final Scope scope;
    private final List<UnionBinder.Member> members;
    private final List<Output> all;
    private final List<Output> named;

    /** @param named the columns that the predicate names */
    FindColumns(
            Span span,
            Session session,
            Scope scope,
            List<UnionBinder.Member> members,
            List<Output> all,
            List<Output> named) {
        this.span = span;
        this.session = session;
        this.scope = scope;
        this.members = members;
        this.all = all;
        this.named = named;
    }

    /**
     * A column, and its value for the rows of a table.
     *
     * @param source what the column is called in the tables; empty when it is in none
     */
    record Output(Field field, String source, Function<UnionBinder.Member, Scalar> value) {}

    List<Output> of(FindOutput output) {
        if (output instanceof FindOutput.Columns columns) {
            return chosen(columns);
        }
        List<Output> smart = smart();
        if (output instanceof FindOutput.Away away) {
            smart.removeIf(column -> isAway(away, column.field().name()));
        }
        return smart;
    }

    private static boolean isAway(FindOutput.Away away, String name) {
        return away.columns().stream()
                .anyMatch(column -> column instanceof Expression.Wildcard wildcard
                        ? Wildcards.matches(wildcard.pattern(), name)
                        : column instanceof Expression.Name plain
                                && plain.text().equals(name));
    }

    private List<Output> smart() {
        Set<Output> columns = new LinkedHashSet<>(named);
        all.stream().filter(output -> isCommon(output.field())).forEach(columns::add);
        List<Output> smart = new ArrayList<>(columns);
        smart.add(pack(field -> columns.stream()
                .noneMatch(output ->
                        output.source().equals(field.name()) && output.field().type() == field.type())));
        return smart;
    }

    private boolean isCommon(Field column) {
        return members.stream().allMatch(member -> member.rows()
                .header()
                .field(column.name())
                .filter(field -> field.type() == column.type())
                .isPresent());
    }

    private List<Output> chosen(FindOutput.Columns columns) {
        List<Output> outputs = new ArrayList<>(Problems.all(columns.columns(), this::column));
        Set<String> names = new LinkedHashSet<>();
        outputs.forEach(output -> names.add(output.field().name()));
        if (columns.packsTheRest()) {
            outputs.add(pack(field -> !names.contains(field.name())));
        }
        return outputs;
    }

    private Output column(FindOutput.FindColumn column) {
        String name = column.name().text();
        Set<KqlType> types = new LinkedHashSet<>();
        members.forEach(member -> member.rows().header().field(name).ifPresent(field -> types.add(field.type())));
        if (types.isEmpty() && column.type().isEmpty()) {
            throw UNKNOWN_COLUMN
                    .at(column.span(), name)
                    .withHint(Suggestion.hint(
                            name,
                            "columns here",
                            all.stream().map(output -> output.field().name()).toList()))
                    .toException();
        }
        if (types.size() > 1 && column.type().isEmpty()) {
            throw UNSUPPORTED_OPTION
                    .at(column.span(), "a column of several types")
                    .withHint("give it one: " + name + ": " + types.iterator().next())
                    .toException();
        }
        KqlType type = column.type().orElseGet(() -> types.iterator().next());
        Field output = session.field(name, type);
        return new Output(output, name, member -> member.rows()
                .header()
                .field(name)
                .map(field -> converted(field, type, column.span()))
                .orElseGet(() -> Scalar.Constant.nullOf(type)));
    }

    private Scalar converted(Field field, KqlType type, Span span) {
        return field.type() == type ? field.reference() : call("to" + type.keyword(), span, List.of(field.reference()));
    }

    /** The columns of a row's own table that are not among the others. */
    private Output pack(Predicate<Field> isRest) {
        return new Output(session.field(PACK, KqlType.DYNAMIC), "", member -> {
            List<Scalar> pairs = new ArrayList<>();
            member.rows().header().fields().stream().filter(isRest).forEach(field -> {
                pairs.add(Scalar.Constant.of(KqlType.STRING, field.name()));
                pairs.add(field.reference());
            });
            return call("bag_pack", span, pairs);
        });
    }

    private Scalar call(String function, Span span, List<Scalar> arguments) {
        return ScalarBinder.constants(session, scope)
                .call(
                        function,
                        span,
                        arguments,
                        arguments.stream().map(argument -> span).toList());
    }
}
