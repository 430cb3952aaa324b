package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.UNKNOWN_CHOICE;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.ColumnDeclaration;
import io.adxflow.kql.syntax.ExpandOperator;
import io.adxflow.kql.syntax.Expression;
import io.adxflow.kql.syntax.Property;
import io.adxflow.kql.value.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code parse-kv}: the pairs of a text as a bag that nobody sees, and a column for each key. */
final class ParseKvBinder {
    private final Frame frame;

    ParseKvBinder(Frame frame) {
        this.frame = frame;
    }

    Relation parseKv(ExpandOperator.ParseKv parse) {
        Scalar text = frame.scalars().bindAs(KqlType.STRING, parse.text());
        Scalar options = Scalar.Constant.of(KqlType.DYNAMIC, options(parse));
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
                case "quote" -> quotes.add(text(property, 2));
                case "escape" -> escapes.add(text(property, 1));
                case "greedy" -> options.put(name, isTrue(property));
                default -> throw UNSUPPORTED_OPTION
                        .at(property.span(), "'" + name + "' of parse-kv")
                        .toException();
            }
        }
        if (!options.containsKey("pair_delimiter") || !options.containsKey("kv_delimiter")) {
            throw UNSUPPORTED_OPTION
                    .at(parse.span(), "parse-kv without pair_delimiter and kv_delimiter")
                    .toException();
        }
        return JsonText.of(options);
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
