package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_OPTION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.ColumnDeclaration;
import io.adxflow.kql.syntax.ExpandOperator;
import io.adxflow.kql.syntax.Property;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code parse-kv}: a column for each key, with the value of its first pair. Blanks around keys and values do not count. */
final class ParseKvBinder {
    private final Frame frame;

    ParseKvBinder(Frame frame) {
        this.frame = frame;
    }

    Relation parseKv(ExpandOperator.ParseKv parse) {
        Map<String, String> delimiters = delimiters(parse);
        String pair = ParsePatterns.quoted(delimiters.get("pair_delimiter"));
        String keyValue = ParsePatterns.quoted(delimiters.get("kv_delimiter"));
        Scalar text = frame.scalars().bindAs(KqlType.STRING, parse.text());
        List<Field> fields = frame.input().header().fields();
        List<Assignment> assignments = new ArrayList<>();
        for (ColumnDeclaration key : parse.keys()) {
            String name = ParsePatterns.quoted(key.name().text());
            String regex = "(?s)(?:^|" + pair + ")\\s*" + name + "\\s*" + keyValue + "\\s*(.*?)\\s*(?:" + pair + "|$)";
            Field field = frame.session().field(key.name().text(), key.type());
            assignments.add(new Assignment(field, value(regex, text, key)));
            fields = Headers.put(fields, field);
        }
        return new Relation.Project(
                frame.input(), assignments, frame.input().header().withFields(fields));
    }

    private Map<String, String> delimiters(ExpandOperator.ParseKv parse) {
        Map<String, String> delimiters = new HashMap<>();
        for (Property property : parse.properties()) {
            String name = property.name().text();
            if (!name.equals("pair_delimiter") && !name.equals("kv_delimiter")) {
                throw UNSUPPORTED_OPTION
                        .at(property.span(), "'" + name + "' of parse-kv")
                        .toException();
            }
            delimiters.put(
                    name,
                    new Places(frame.session(), frame.scope())
                            .text(property.values().get(0)));
        }
        if (delimiters.size() < 2 || delimiters.containsValue("")) {
            throw UNSUPPORTED_OPTION
                    .at(parse.span(), "parse-kv without pair_delimiter and kv_delimiter")
                    .toException();
        }
        return delimiters;
    }

    private Scalar value(String regex, Scalar text, ColumnDeclaration key) {
        Span span = key.span();
        List<Scalar> arguments =
                List.of(Scalar.Constant.of(KqlType.STRING, regex), Scalar.Constant.of(KqlType.LONG, 1L), text);
        Scalar found = frame.scalars().call("extract", span, arguments, List.of(span, span, span));
        if (key.type() == KqlType.STRING) {
            return found;
        }
        return frame.scalars().call("to" + key.type().keyword(), span, List.of(found), List.of(span));
    }
}
