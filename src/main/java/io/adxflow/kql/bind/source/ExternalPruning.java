package io.adxflow.kql.bind.source;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.language.ExternalPart;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the parts of an external table in which a condition can be true, from what their paths tell. The question is asked as a
 * query over the parts, so conditions mean what they mean elsewhere. What cannot be decided keeps a part.
 *
 * @param rows the columns of the external table
 */
record ExternalPruning(Session session, Scope scope, Header rows, Span span) {
    /** Comparisons that can be true if they are for the lowest, or for the highest value of a column. */
    private static final Set<String> OF_LOWEST = Set.of("<", "<=");

    private static final Set<String> OF_HIGHEST = Set.of(">", ">=");

    List<ExternalPart> kept(List<ExternalPart> parts, List<Scalar> predicates) {
        Set<String> columns = bounded(parts);
        if (columns.isEmpty() || predicates.isEmpty()) {
            return parts;
        }
        List<ExternalPart> asked = parts.stream()
                .filter(part -> part.bounds().keySet().containsAll(columns))
                .toList();
        Question question = new Question(asked, columns);
        List<Scalar> conditions = new ArrayList<>();
        predicates.forEach(predicate -> question.add(predicate, conditions));
        if (asked.isEmpty() || conditions.isEmpty()) {
            return parts;
        }
        Set<Integer> found = question.answer(conditions);
        return parts.stream()
                .filter(part -> !asked.contains(part) || found.contains(part.number()))
                .toList();
    }

    private static Set<String> bounded(List<ExternalPart> parts) {
        Set<String> columns = new HashSet<>();
        parts.forEach(part -> columns.addAll(part.bounds().keySet()));
        return columns;
    }

    /** The parts as rows: their number, and the lowest and highest value of each column that is known. */
    private final class Question {
        private final Field number = session.field("number", KqlType.LONG);
        private final Map<Integer, Field> lowest = new HashMap<>();
        private final Map<Integer, Field> highest = new HashMap<>();
        private final Set<Integer> exact = new HashSet<>();
        private final List<Field> fields = new ArrayList<>(List.of(number));
        private final List<List<Scalar>> values = new ArrayList<>();

        Question(List<ExternalPart> parts, Set<String> columns) {
            parts.forEach(part ->
                    values.add(new ArrayList<>(List.of(Scalar.Constant.of(KqlType.LONG, (long) part.number())))));
            for (String name : columns) {
                Field field = rows.field(name).orElseThrow();
                boolean isExact =
                        parts.stream().allMatch(part -> part.bounds().get(name).isExact());
                // A condition on a column with one value means the same for that value, whatever the condition is.
                lowest.put(field.id(), isExact ? field : session.field("lowest", field.type()));
                add(lowest.get(field.id()), parts, part -> part.bounds()
                        .get(name)
                        .lowest());
                if (isExact) {
                    exact.add(field.id());
                } else {
                    highest.put(field.id(), session.field("highest", field.type()));
                    add(highest.get(field.id()), parts, part -> part.bounds()
                            .get(name)
                            .highest());
                }
            }
        }

        private void add(Field field, List<ExternalPart> parts, Function<ExternalPart, Object> value) {
            fields.add(field);
            for (int i = 0; i < parts.size(); i++) {
                values.get(i).add(Scalar.Constant.of(field.type(), value.apply(parts.get(i))));
            }
        }

        /** The conjuncts of a predicate that say something of the parts. */
        void add(Scalar predicate, List<Scalar> conditions) {
            if (predicate instanceof Scalar.Apply apply
                    && apply.function().name().equals("and")) {
                apply.arguments().forEach(argument -> add(argument, conditions));
                return;
            }
            Set<Integer> used = References.of(predicate);
            if (!used.isEmpty() && exact.containsAll(used) && !Scalars.isRandom(predicate)) {
                conditions.add(predicate);
            } else if (predicate instanceof Scalar.Apply apply) {
                range(apply).ifPresent(conditions::add);
            }
        }

        /** A comparison of a column that has many values. */
        private Optional<Scalar> range(Scalar.Apply apply) {
            List<Scalar> arguments = apply.arguments();
            boolean isOfColumn = arguments.size() >= 2
                    && arguments.get(0) instanceof Scalar.ColumnReference column
                    && highest.containsKey(column.id())
                    && arguments.stream().skip(1).allMatch(Scalars::isConstant)
                    && arguments.stream().noneMatch(Scalars::isRandom);
            if (!isOfColumn) {
                return Optional.empty();
            }
            int id = ((Scalar.ColumnReference) arguments.get(0)).id();
            Scalar low = lowest.get(id).reference();
            Scalar high = highest.get(id).reference();
            String name = apply.function().name();
            if (OF_LOWEST.contains(name) || OF_HIGHEST.contains(name)) {
                return Optional.of(call(name, OF_LOWEST.contains(name) ? low : high, arguments.get(1)));
            }
            if (name.equals("==")) {
                return Optional.of(call("and", call("<=", low, arguments.get(1)), call(">=", high, arguments.get(1))));
            }
            if (!name.equals("between")) {
                return Optional.empty();
            }
            Scalar isAbove = call(">=", high, arguments.get(1));
            return Optional.of(
                    arguments.get(2).type() == low.type()
                            ? call("and", call("<=", low, arguments.get(2)), isAbove)
                            : isAbove);
        }

        private Scalar call(String function, Scalar left, Scalar right) {
            return ScalarBinder.constants(session, scope)
                    .call(function, span, List.of(left, right), List.of(span, span));
        }

        Set<Integer> answer(List<Scalar> conditions) {
            Field position = session.field("position", KqlType.LONG);
            Relation asked = new Relation.Values(values, position, Header.of(fields));
            for (Scalar condition : conditions) {
                asked = new Relation.Filter(asked, condition);
            }
            Field text = session.field("number", KqlType.STRING);
            Scalar shown = ScalarBinder.constants(session, scope)
                    .call("tostring", span, List.of(number.reference()), List.of(span));
            Relation numbers =
                    new Relation.Project(asked, List.of(new Assignment(text, shown)), Header.of(List.of(text)));
            Set<Integer> found = new HashSet<>();
            session.preliminary().rows(numbers).forEach(row -> found.add(Integer.valueOf(row.get(0))));
            return found;
        }
    }
}
