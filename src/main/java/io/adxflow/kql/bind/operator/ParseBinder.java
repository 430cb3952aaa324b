package io.adxflow.kql.bind.operator;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scope.Headers;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Assignment;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.ParsePattern;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code parse} and {@code parse-where}. Unless {@code kind=relaxed}, a row whose text does not fit, or in which one value has
 * not the type that is asked for, gives no value at all.
 */
public final class ParseBinder {
    private final Frame frame;

    public ParseBinder(Frame frame) {
        this.frame = frame;
    }

    public Relation parse(ParsePattern pattern) {
        return values(pattern, raw(pattern));
    }

    public Relation parseWhere(ParsePattern pattern) {
        Raw raw = raw(pattern);
        Relation kept = new Relation.Filter(raw.rows(), raw.fits().reference());
        return values(pattern, new Raw(kept, raw.fits(), raw.captured()));
    }

    /** The rows with a field for each capture, already typed, and one that says whether the text fits. */
    private record Raw(Relation rows, Field fits, List<Field> captured) {}

    private Raw raw(ParsePattern pattern) {
        Span span = pattern.span();
        ScalarBinder scalars = frame.scalars();
        Scalar text = scalars.bindAs(KqlType.STRING, pattern.text());
        ParsePatterns regex = ParsePatterns.of(pattern);
        Scalar expression = Scalar.Constant.of(KqlType.STRING, regex.regex());
        List<Assignment> assignments = new ArrayList<>();
        List<Field> captured = new ArrayList<>();
        for (ParsePatterns.Group group : regex.groups()) {
            Scalar number = Scalar.Constant.of(KqlType.LONG, (long) group.number());
            Scalar found = call("extract", span, expression, number, text);
            KqlType type = group.capture().type().orElse(KqlType.STRING);
            Scalar value = type == KqlType.STRING ? found : call(converter(type), span, found);
            Field field = frame.session().field(group.capture().name().text(), type);
            captured.add(field);
            assignments.add(new Assignment(field, value));
        }
        Field matches = frame.session().field("matches", KqlType.BOOL);
        assignments.add(new Assignment(matches, call("matches regex", span, text, expression)));
        return checked(pattern, extended(frame.input(), assignments), matches, captured);
    }

    private static String converter(KqlType type) {
        return type == KqlType.DYNAMIC ? "todynamic" : "to" + type.keyword();
    }

    private Raw checked(ParsePattern pattern, Relation rows, Field matches, List<Field> captured) {
        Scalar fits = matches.reference();
        if (pattern.kind() != ParsePattern.Kind.RELAXED) {
            for (Field field : captured) {
                if (field.type() != KqlType.STRING) {
                    fits = call("and", pattern.span(), fits, call("isnotnull", pattern.span(), field.reference()));
                }
            }
        }
        Field field = frame.session().field("fits", KqlType.BOOL);
        return new Raw(extended(rows, List.of(new Assignment(field, fits))), field, captured);
    }

    private Relation values(ParsePattern pattern, Raw raw) {
        List<Field> fields = frame.input().header().fields();
        List<Assignment> assignments = new ArrayList<>();
        for (Field captured : raw.captured()) {
            Scalar value = call(
                    "iff",
                    pattern.span(),
                    raw.fits().reference(),
                    captured.reference(),
                    Scalar.Constant.nullOf(captured.type()));
            Field field = frame.session().field(captured.name(), captured.type());
            assignments.add(new Assignment(field, value));
            fields = Headers.put(fields, field);
        }
        return new Relation.Project(raw.rows(), assignments, raw.rows().header().withFields(fields));
    }

    private static Relation extended(Relation rows, List<Assignment> assignments) {
        List<Field> fields = new ArrayList<>(rows.header().fields());
        assignments.forEach(assignment -> fields.add(assignment.field()));
        return new Relation.Project(rows, assignments, rows.header().withFields(fields));
    }

    private Scalar call(String function, Span span, Scalar... arguments) {
        List<Scalar> all = List.of(arguments);
        return frame.scalars()
                .call(function, span, all, all.stream().map(argument -> span).toList());
    }
}
