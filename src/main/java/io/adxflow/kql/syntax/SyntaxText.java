package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.DatetimeText;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.TimespanText;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Query;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tree as text: one node a line, indented below the node that it belongs to, with the role it plays there. It prints the
 * components of whatever records there are, so a new node needs nothing here.
 */
public final class SyntaxText {
    private final StringBuilder text = new StringBuilder();

    private SyntaxText() {}

    /** The tree of a query, with a line break behind every line. */
    public static String of(Query query) {
        SyntaxText printer = new SyntaxText();
        query.statements().forEach(statement -> printer.node("", statement, 0));
        return printer.text.toString();
    }

    private void node(String role, Object node, int depth) {
        text.append("  ".repeat(depth)).append(role).append(head(node)).append('\n');
        if (node instanceof Expression.Literal || node instanceof Expression.Name) {
            return;
        }
        for (RecordComponent component : node.getClass().getRecordComponents()) {
            if (!isPartOfHead(component)) {
                children(component.getName(), value(component, node), depth + 1);
            }
        }
    }

    private void children(String role, Object value, int depth) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> children(role, present, depth));
        } else if (value instanceof List<?> values) {
            values.forEach(item -> children(role, item, depth));
        } else if (value instanceof Record && !(value instanceof Span)) {
            node(role + ": ", value, depth);
        }
    }

    /** The kind of the node and those of its parts that can only be words. */
    private static String head(Object node) {
        if (node instanceof Expression.Literal literal) {
            return "Literal " + literal.type() + " " + literalText(literal);
        }
        if (node instanceof Expression.Name name) {
            return "Name " + nameText(name.text());
        }
        String words = Arrays.stream(node.getClass().getRecordComponents())
                .filter(SyntaxText::isPartOfHead)
                .map(component -> words(component.getName(), value(component, node)))
                .filter(found -> !found.isEmpty())
                .collect(Collectors.joining(" "));
        return (node.getClass().getSimpleName() + " " + words).stripTrailing();
    }

    private static boolean isPartOfHead(RecordComponent component) {
        String type = component.getGenericType().getTypeName();
        return component.getType().isEnum()
                || component.getType() == boolean.class
                || component.getType() == String.class
                || type.contains(Expression.Name.class.getName())
                || type.contains(KqlType.class.getName());
    }

    private static String words(String name, Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(present -> words(name, present)).orElse("");
        }
        if (value instanceof List<?> values) {
            return values.stream()
                    .map(item -> words(name, item))
                    .filter(found -> !found.isEmpty())
                    .collect(Collectors.joining(", "));
        }
        if (value instanceof Boolean flag) {
            return flag ? name : "";
        }
        return word(value);
    }

    private static String word(Object value) {
        if (value instanceof Expression.Name name) {
            return nameText(name.text());
        }
        if (value instanceof Enum<?> constant) {
            return constant.toString().toLowerCase(Locale.ROOT);
        }
        return value instanceof String string ? JsonString.of(string) : "";
    }

    private static String nameText(String name) {
        return name.matches("[\\p{L}\\d_$]+") ? name : "['" + name + "']";
    }

    private static String literalText(Expression.Literal literal) {
        return literal.value().map(value -> literalText(literal.type(), value)).orElse("null");
    }

    private static String literalText(KqlType type, Object value) {
        return switch (type) {
            case STRING -> JsonString.of((String) value);
            case DATETIME -> DatetimeText.of((Long) value);
            case TIMESPAN -> TimespanText.of((Long) value);
            case BOOL, INT, LONG, REAL, DECIMAL, GUID, DYNAMIC -> value.toString();
        };
    }

    private static Object value(RecordComponent component, Object node) {
        try {
            return component.getAccessor().invoke(node);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("no access to " + component, e);
        }
    }
}
