package io.adxflow.kql.syntax;

import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.Property;
import io.adxflow.kql.syntax.tree.RowOperator;
import io.adxflow.kql.syntax.tree.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators of the family {@link RowOperator}. */
final class RowParser {
    private final Grammar grammar;
    private final Tokens tokens;

    RowParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.ofEntries(
                Map.entry("where", this::where),
                Map.entry("filter", this::where),
                Map.entry("sort", this::sort),
                Map.entry("order", this::sort),
                Map.entry("top", this::top),
                Map.entry("take", this::take),
                Map.entry("limit", this::take),
                Map.entry("sample", this::sample),
                Map.entry("as", this::as),
                Map.entry("consume", this::consume),
                Map.entry("render", this::render));
    }

    /** {@code expression [asc|desc] [nulls first|last]}. */
    SortKey sortKey() {
        Token first = tokens.peek();
        Expression expression = grammar.expressions().expression();
        SortKey.Direction direction = direction();
        SortKey.Nulls nulls = tokens.accept("nulls") ? nulls() : nullsOf(direction);
        return new SortKey(tokens.since(first), expression, direction, nulls);
    }

    /** {@code [asc|desc]}. */
    SortKey.Direction direction() {
        if (tokens.accept("asc")) {
            return SortKey.Direction.ASC;
        }
        tokens.accept("desc");
        return SortKey.Direction.DESC;
    }

    private Operator where(Token keyword) {
        Parameters.readBeforeNames(tokens, keyword);
        Expression predicate = grammar.expressions().condition();
        return new RowOperator.Where(tokens.since(keyword), predicate);
    }

    private Operator sort(Token keyword) {
        Parameters.readBeforeNames(tokens, keyword);
        tokens.expect("by");
        List<SortKey> keys = tokens.list(this::sortKey);
        return new RowOperator.Sort(tokens.since(keyword), keys);
    }

    private Operator top(Token keyword) {
        Parameters.readBeforeNames(tokens, keyword);
        Expression rows = grammar.expressions().expression();
        tokens.expect("by");
        SortKey key = sortKey();
        return new RowOperator.Top(tokens.since(keyword), rows, key);
    }

    private Operator take(Token keyword) {
        Parameters.readBeforeNames(tokens, keyword);
        Expression rows = grammar.expressions().expression();
        return new RowOperator.Take(tokens.since(keyword), rows);
    }

    private Operator sample(Token keyword) {
        Expression rows = grammar.expressions().expression();
        return new RowOperator.Sample(tokens.since(keyword), rows);
    }

    private Operator as(Token keyword) {
        Parameters.readBeforeNames(tokens, keyword);
        Expression.Name name = tokens.name("a name");
        return new RowOperator.As(tokens.since(keyword), name);
    }

    private Operator consume(Token keyword) {
        Parameters.read(tokens, keyword, "decodeblocks");
        return new RowOperator.Consume(tokens.since(keyword));
    }

    private Operator render(Token keyword) {
        Expression.Name chart = tokens.name("the name of a chart");
        List<Property> properties = List.of();
        if (tokens.at("with")) {
            tokens.next();
            properties = grammar.tables().properties();
        } else if (tokens.peek().isName() && tokens.peek(1).is("=")) {
            properties = legacyProperties();
        }
        return new RowOperator.Render(tokens.since(keyword), chart, properties);
    }

    private List<Property> legacyProperties() {
        List<Property> properties = new ArrayList<>();
        while (tokens.peek().isName() && tokens.peek(1).is("=")) {
            properties.add(grammar.tables().property());
        }
        return properties;
    }

    private SortKey.Nulls nulls() {
        if (tokens.accept("first")) {
            return SortKey.Nulls.FIRST;
        }
        if (tokens.accept("last")) {
            return SortKey.Nulls.LAST;
        }
        throw tokens.expected("'first' or 'last'");
    }

    private static SortKey.Nulls nullsOf(SortKey.Direction direction) {
        return direction == SortKey.Direction.ASC ? SortKey.Nulls.FIRST : SortKey.Nulls.LAST;
    }
}
