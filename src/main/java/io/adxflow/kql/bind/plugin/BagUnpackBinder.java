package io.adxflow.kql.bind.plugin;

import static io.adxflow.kql.language.KqlProblem.DUPLICATE_COLUMN;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_COLUMN;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_TYPE;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_CHOICE;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.operator.Frame;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scope.ConstantRows;
import io.adxflow.kql.bind.scope.Headers;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.plan.UnnestColumn;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.NamedExpression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code evaluate bag_unpack(d, …)}: a column for each property that occurs, in the order of their names. */
final class BagUnpackBinder {
    private static final List<String> POSITIONS =
            List.of("column", "OutputColumnPrefix", "columnsConflict", "ignoredProperties");

    private final Frame frame;
    private final ExpandOperator.Evaluate evaluate;
    private final Span span;
    private final Map<String, Expression> arguments = new HashMap<>();

    BagUnpackBinder(Frame frame, ExpandOperator.Evaluate evaluate) {
        this.frame = frame;
        this.evaluate = evaluate;
        this.span = evaluate.plugin().span();
        int next = 0;
        for (NamedExpression argument : evaluate.plugin().arguments()) {
            Optional<String> name = argument.name().map(Expression.Name::text);
            if (name.isEmpty() && next == POSITIONS.size()) {
                throw wrongCount();
            }
            arguments.put(name.isPresent() ? name.get() : POSITIONS.get(next++), argument.value());
        }
    }

    private UserException wrongCount() {
        return WRONG_ARGUMENT_COUNT
                .at(span, "bag_unpack", evaluate.plugin().arguments().size() + " arguments")
                .toException();
    }

    Relation bagUnpack() {
        Field bag = bag();
        Set<String> ignored = new TreeSet<>();
        Optional.ofNullable(arguments.get("ignoredProperties")).ifPresent(list -> ignored.addAll(texts(list)));
        if (evaluate.schema().isEmpty()) {
            return unpacked(bag, properties(bag, ignored));
        }
        List<Column> declared = evaluate.schema().get().columns().stream()
                .map(column -> new Column(column.name().text(), column.type()))
                .toList();
        if (evaluate.schema().get().keepsInput()) {
            return unpacked(bag, unprefixed(declared));
        }
        return only(declared, bag);
    }

    /** The columns that are declared: those that exist, and for all others properties. */
    private Relation only(List<Column> declared, Field bag) {
        List<Column> missing = declared.stream()
                .filter(column -> frame.input()
                        .header()
                        .field(column.name())
                        .filter(field -> field != bag && field.type() == column.type())
                        .isEmpty())
                .toList();
        Relation rows = unpacked(bag, unprefixed(missing));
        List<Assignment> absent = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        for (Column column : declared) {
            fields.add(rows.header().field(column.name()).orElseGet(() -> absent(column, absent)));
        }
        return new Relation.Project(rows, absent, rows.header().withFields(fields));
    }

    /** A column that no property can give, because its name lacks the prefix. */
    private Field absent(Column column, List<Assignment> absent) {
        Field field = frame.session().field(column.name(), column.type());
        absent.add(new Assignment(field, Scalar.Constant.nullOf(column.type())));
        return field;
    }

    /** The properties that columns are made of, whose names have the prefix. */
    private List<Column> unprefixed(List<Column> columns) {
        String prefix = text("OutputColumnPrefix").orElse("");
        return columns.stream()
                .filter(column -> column.name().startsWith(prefix))
                .map(column -> new Column(column.name().substring(prefix.length()), column.type()))
                .toList();
    }

    private Field bag() {
        Expression column = Optional.ofNullable(arguments.get("column")).orElseThrow(this::wrongCount);
        Scalar bound = frame.scalars().bind(column);
        if (bound.type() != KqlType.DYNAMIC) {
            throw EXPECTED_TYPE.at(column.span(), KqlType.DYNAMIC, bound.type()).toException();
        }
        return frame.input().header().fields().stream()
                .filter(field -> field.reference().equals(bound))
                .findFirst()
                .orElseThrow(() -> EXPECTED_COLUMN.at(column.span()).toException());
    }

    private Relation unpacked(Field bag, List<Column> properties) {
        String prefix = text("OutputColumnPrefix").orElse("");
        String conflict = text("columnsConflict").orElse("error");
        List<Field> fields = new ArrayList<>(frame.input().header().fields());
        fields.remove(bag);
        List<Assignment> assignments = new ArrayList<>();
        for (Column property : properties) {
            Column column = new Column(prefix + property.name(), property.type());
            boolean exists = fields.stream().anyMatch(field -> field.name().equals(column.name()));
            if (exists && isKept(conflict, column)) {
                continue;
            }
            Field field = frame.session().field(column.name(), column.type());
            assignments.add(new Assignment(field, value(bag, property)));
            fields = Headers.put(fields, field);
        }
        return new Relation.Project(
                frame.input(), assignments, frame.input().header().withFields(fields));
    }

    private boolean isKept(String conflict, Column column) {
        return switch (conflict) {
            case "replace_source" -> false;
            case "keep_source" -> true;
            case "error" -> throw DUPLICATE_COLUMN
                    .at(span, column.name())
                    .withHint("columnsConflict='replace_source' or 'keep_source' says which one counts")
                    .toException();
            default -> throw UNKNOWN_CHOICE
                    .at(span, conflict, "columnsConflict", "bag_unpack")
                    .withHint("one of: error, replace_source, keep_source")
                    .toException();
        };
    }

    private Scalar value(Field bag, Column property) {
        Scalar member = call("[]", bag.reference(), Scalar.Constant.of(KqlType.STRING, property.name()));
        return property.type() == KqlType.DYNAMIC
                ? member
                : call("to" + property.type().keyword(), member);
    }

    /** The properties that occur, each with the type that holds all of its values. */
    private List<Column> properties(Field bag, Set<String> ignored) {
        Map<String, Set<String>> kinds = new TreeMap<>();
        for (List<String> row : frame.session().preliminary().rows(kinds(bag))) {
            kinds.computeIfAbsent(row.get(0), key -> new TreeSet<>()).add(row.get(1));
        }
        kinds.keySet().removeAll(ignored);
        return kinds.entrySet().stream()
                .map(entry -> new Column(entry.getKey(), type(entry.getValue())))
                .toList();
    }

    private static KqlType type(Set<String> kinds) {
        Set<String> known = new TreeSet<>(kinds);
        known.remove("null");
        if (Set.of("long", "int").containsAll(known) && !known.isEmpty()) {
            return KqlType.LONG;
        }
        if (Set.of("long", "int", "real", "double").containsAll(known) && !known.isEmpty()) {
            return KqlType.REAL;
        }
        return known.equals(Set.of("string"))
                ? KqlType.STRING
                : known.equals(Set.of("bool")) ? KqlType.BOOL : KqlType.DYNAMIC;
    }

    /** The distinct pairs of a property's name and the kind of its value. */
    private Relation kinds(Field bag) {
        Field element = frame.session().field("pair", KqlType.DYNAMIC);
        Field index = frame.session().field("index", KqlType.LONG);
        Relation pairs = new Relation.Unnest(
                frame.input(),
                List.of(new UnnestColumn(bag.reference(), element, UnnestColumn.Bags.AS_PAIRS)),
                index,
                Optional.empty(),
                Header.of(List.of(element, index)));
        Scalar zero = Scalar.Constant.of(KqlType.LONG, 0L);
        Scalar one = Scalar.Constant.of(KqlType.LONG, 1L);
        Field name = frame.session().field("name", KqlType.STRING);
        Field kind = frame.session().field("kind", KqlType.STRING);
        List<Assignment> keys = List.of(
                new Assignment(name, call("tostring", call("[]", element.reference(), zero))),
                new Assignment(kind, call("gettype", call("[]", element.reference(), one))));
        Relation filtered = new Relation.Filter(pairs, call("isnotnull", element.reference()));
        return new Relation.Aggregate(filtered, keys, List.of(), Header.of(List.of(name, kind)));
    }

    private Optional<String> text(String argument) {
        return Optional.ofNullable(arguments.get(argument)).map(expression -> Scalars.text(
                        frame.scalars().bind(expression))
                .orElseThrow(
                        () -> EXPECTED_CONSTANT.at(expression.span(), argument).toException()));
    }

    /** The texts of an array that stands in the query, which the engine takes apart. */
    private Set<String> texts(Expression expression) {
        Scalar array = frame.scalars().bindAs(KqlType.DYNAMIC, expression);
        Field element = frame.session().field("element", KqlType.DYNAMIC);
        Field text = frame.session().field("text", KqlType.STRING);
        Relation one = ConstantRows.one(frame.session());
        Relation elements = new Relation.Unnest(
                one,
                List.of(new UnnestColumn(array, element, UnnestColumn.Bags.AS_BAGS)),
                frame.session().field("index", KqlType.LONG),
                Optional.empty(),
                Header.of(List.of(element)));
        Relation rows = new Relation.Project(
                elements,
                List.of(new Assignment(text, call("tostring", element.reference()))),
                Header.of(List.of(text)));
        Set<String> texts = new TreeSet<>();
        frame.session().preliminary().rows(rows).forEach(row -> texts.add(row.get(0)));
        return texts;
    }

    private Scalar call(String function, Scalar... values) {
        List<Scalar> all = List.of(values);
        return frame.scalars()
                .call(function, span, all, all.stream().map(value -> span).toList());
    }
}
