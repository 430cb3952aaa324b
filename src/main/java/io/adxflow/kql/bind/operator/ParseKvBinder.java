package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.BAD_ARGUMENT;
import static io.adxflow.kql.language.KqlProblem.MISSING_OPTION;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_CHOICE;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.Places;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scalar.Scalars;
import io.adxflow.kql.bind.scope.Headers;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ColumnDeclaration;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Property;
import io.adxflow.kql.value.JsonText;
import io.adxflow.kql.value.Patterns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code parse-kv}: the pairs of a text as a bag that nobody sees, and a column for each key. */
public final class ParseKvBinder {
    private static final Set<String> DELIMITED = Set.of("pair_delimiter", "kv_delimiter", "greedy");

    private final Frame frame;

    public ParseKvBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation parseKv(ExpandOperator.ParseKv parse) {
        Scalar text = frame.scalars().bindAs(KqlType.STRING, parse.text());
        String form = frame.session().problems().attempt(() -> options(parse)).orElse("{}");
        Scalar options = Scalar.Constant.of(KqlType.DYNAMIC, form);
        Field bag = frame.session().field("pairs", KqlType.DYNAMIC);
        Header header = frame.input().header();
        List<Field> carried = new ArrayList<>(header.fields());
        carried.add(bag);
        Relation rows = new Relation.Project(
                frame.input(),
                List.of(new Assignment(bag, frame.call("parse-kv", parse.span(), List.of(text, options)))),
                header.withFields(carried));
        List<Field> fields = header.fields();
        List<Assignment> assignments = new ArrayList<>();
        for (ColumnDeclaration key : parse.keys()) {
            Field field = frame.session().field(key.name().text(), key.type());
            assignments.add(new Assignment(field, value(bag, key)));
            fields = Headers.put(fields, field);
        }
        return new Relation.Project(rows, assignments, header.withFields(fields));
    }

    private String options(ExpandOperator.ParseKv parse) {
        Map<String, Object> options = new LinkedHashMap<>();
        List<String> quotes = new ArrayList<>();
        List<String> escapes = new ArrayList<>();
        options.put("quote", quotes);
        options.put("escape", escapes);
        for (Property property : parse.properties()) {
            String name = property.name().text();
            switch (name) {
                case "pair_delimiter", "kv_delimiter" -> options.put(name, text(property, Integer.MAX_VALUE));
                case "regex" -> options.put(name, regex(property));
                case "quote" -> quotes.add(text(property, 2));
                case "escape" -> escapes.add(text(property, 1));
                case "greedy" -> options.put(name, isTrue(property));
                default -> throw UNSUPPORTED_OPTION
                        .at(property.span(), "'" + name + "' of parse-kv")
                        .toException();
            }
        }
        complete(options, parse);
        return JsonText.of(options);
    }

    /** A regular expression stands alone, delimiters come in pairs, and without both the keys are words. */
    private static void complete(Map<String, Object> options, ExpandOperator.ParseKv parse) {
        boolean isRegex = options.containsKey("regex");
        boolean isDelimited = options.keySet().stream().anyMatch(DELIMITED::contains);
        if (isRegex && parse.properties().size() > 1) {
            throw UNSUPPORTED_OPTION
                    .at(parse.span(), "an option of parse-kv beside 'regex'")
                    .toException();
        }
        if (isDelimited) {
            requireBoth(parse, options);
        } else if (!isRegex) {
            options.put(
                    "keys", parse.keys().stream().map(key -> key.name().text()).toList());
        }
    }

    private static void requireBoth(ExpandOperator.ParseKv parse, Map<String, Object> options) {
        for (String name : List.of("pair_delimiter", "kv_delimiter")) {
            if (!options.containsKey(name)) {
                throw MISSING_OPTION.at(parse.span(), name, "parse-kv").toException();
            }
        }
    }

    /** One group for the key and one for the value. */
    private String regex(Property property) {
        Expression value = property.values().get(0);
        String regex = text(property, Integer.MAX_VALUE);
        Patterns.problem(regex).ifPresent(problem -> {
            throw BAD_ARGUMENT.at(value.span(), problem).toException();
        });
        int groups = Patterns.java(regex).matcher("").groupCount();
        if (groups != 2) {
            throw BAD_ARGUMENT
                    .at(value.span(), "the regular expression has " + groups + " groups")
                    .withHint("the first group is the key, the second and last one the value")
                    .toException();
        }
        return regex;
    }

    private String text(Property property, int longest) {
        Expression value = property.values().get(0);
        String text = new Places(frame.session(), frame.scope()).text(value);
        if (text.isEmpty() || text.length() > longest) {
            throw UNKNOWN_CHOICE
                    .at(value.span(), text, property.name().text(), "parse-kv")
                    .toException();
        }
        return text;
    }

    private boolean isTrue(Property property) {
        return Scalars.constant(ScalarBinder.constants(frame.session(), frame.scope())
                        .bind(property.values().get(0)))
                .equals(Optional.of(true));
    }

    private Scalar value(Field bag, ColumnDeclaration key) {
        Span span = key.span();
        Scalar name = Scalar.Constant.of(KqlType.STRING, key.name().text());
        Scalar found = frame.call("[]", span, List.of(bag.reference(), name));
        Scalar text = frame.call("tostring", span, List.of(found));
        return key.type() == KqlType.STRING
                ? text
                : frame.call("to" + key.type().keyword(), span, List.of(text));
    }
}
