package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_COLUMN;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.kql.bind.operator.ColumnNames;
import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.scope.SharedRelation;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.JoinKey;
import io.adxflow.kql.plan.JoinKind;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.WindowAssignment;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code evaluate ipv4_lookup(table, address, range, extra keys…, return_unmatched)} and {@code ipv6_lookup}: each row with
 * the rows of the table whose range its address is in.
 */
final class IpLookupBinder {
    private final Frame frame;
    private final Span span;
    private final String plugin;
    private final List<Expression> arguments = new ArrayList<>();
    private boolean keepsUnmatched;

    IpLookupBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.span = evaluate.plugin().span();
        this.plugin = evaluate.plugin().function().text();
        for (NamedExpression argument : evaluate.plugin().arguments()) {
            boolean isFlag = argument.value() instanceof Expression.Literal literal && literal.type() == KqlType.BOOL;
            if (isFlag) {
                keepsUnmatched = ((Expression.Literal) argument.value()).value().equals(Optional.of(true));
            } else {
                arguments.add(argument.value());
            }
        }
        if (arguments.size() < 3) {
            throw WRONG_ARGUMENT_COUNT
                    .at(span, plugin, arguments.size() + " arguments")
                    .withHint(plugin + "(table, address, range, extra keys…, return_unmatched)")
                    .toException();
        }
    }

    Relation lookup() {
        Field number = frame.session().field("row", KqlType.LONG);
        SharedRelation rows = new SharedRelation(new Relation.Materialize(numbered(number)));
        Relation left = rows.use(frame.session());
        Relation table = frame.table(arguments.get(0));
        List<JoinKey> keys = new ArrayList<>();
        List<Field> looked = new ArrayList<>(table.header().fields());
        for (Expression extra : arguments.subList(3, arguments.size())) {
            Field key = column(table.header(), extra);
            keys.add(new JoinKey(column(left.header(), extra).reference(), key.reference()));
            looked.remove(key);
        }
        List<Field> source = frame.input().header().fields();
        Scalar address = column(left.header(), arguments.get(1)).reference();
        Scalar range = column(table.header(), arguments.get(2)).reference();
        List<Field> both = new ArrayList<>(left.header().fields());
        both.addAll(table.header().fields());
        Relation pairs = new Relation.Join(left, table, JoinKind.INNER, keys, Header.of(both));
        String test = plugin.equals("ipv4_lookup") ? "ipv4_is_in_range" : "ipv6_is_in_range";
        Relation matched = new Relation.Filter(pairs, frame.call(test, span, List.of(address, range)));
        List<Field> fields = ordered(source, looked);
        Relation result = new Relation.Project(matched, List.of(), Header.of(fields));
        return keepsUnmatched ? withUnmatched(result, rows, matched, number, looked, fields) : result;
    }

    /** The columns of the rows stand before those of the table for IPv4, and behind them for IPv6. */
    private List<Field> ordered(List<Field> source, List<Field> looked) {
        boolean isSourceFirst = plugin.equals("ipv4_lookup");
        ColumnNames names = new ColumnNames();
        List<Field> fields = new ArrayList<>();
        (isSourceFirst ? source : looked).forEach(field -> fields.add(field.named(names.unique(field.name()))));
        (isSourceFirst ? looked : source).forEach(field -> fields.add(field.named(names.unique(field.name()))));
        return fields;
    }

    private Relation withUnmatched(
            Relation result,
            SharedRelation rows,
            Relation matched,
            Field number,
            List<Field> looked,
            List<Field> fields) {
        Relation again = rows.use(frame.session());
        List<Field> numbered = again.header().fields();
        JoinKey same = new JoinKey(numbered.get(numbered.size() - 1).reference(), number.reference());
        Relation unmatched = new Relation.Join(again, matched, JoinKind.LEFTANTI, List.of(same), again.header());
        List<Scalar> padded = new ArrayList<>();
        for (Field field : fields) {
            boolean isLooked = looked.stream().anyMatch(other -> other.id() == field.id());
            padded.add(
                    isLooked
                            ? Scalar.Constant.nullOf(field.type())
                            : numbered.get(source(field)).reference());
        }
        List<Scalar> values =
                fields.stream().map(field -> (Scalar) field.reference()).toList();
        Header header = Header.of(fields.stream()
                .map(field -> frame.session().field(field.name(), field.type()))
                .toList());
        return new Relation.Union(
                List.of(new Relation.Leg(result, values), new Relation.Leg(unmatched, padded)), header);
    }

    private int source(Field field) {
        List<Field> source = frame.input().header().fields();
        for (int i = 0; i < source.size(); i++) {
            if (source.get(i).id() == field.id()) {
                return i;
            }
        }
        throw new IllegalStateException("a column from nowhere: " + field.name());
    }

    private Relation numbered(Field number) {
        List<Field> fields = new ArrayList<>(frame.input().header().fields());
        fields.add(number);
        WindowAssignment rows = new WindowAssignment(
                number, FunctionRegistry.window("row_number").get(0), List.of(), Optional.empty());
        return new Relation.Window(
                frame.input(), List.of(rows), frame.input().header().withFields(fields));
    }

    private static Field column(Header header, Expression expression) {
        if (!(expression instanceof Expression.Name name)) {
            throw EXPECTED_COLUMN.at(expression.span()).toException();
        }
        return header.field(name.text()).orElseThrow(() -> UNKNOWN_COLUMN
                .at(name.span(), name.text())
                .withHint(Suggestion.hint(name.text(), "columns here", header.names()))
                .toException());
    }
}
