package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.ColumnDeclaration;
import io.adxflow.kql.syntax.tree.ExpandOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.ParsePattern;
import io.adxflow.kql.syntax.tree.Property;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code parse}, {@code parse-where} and {@code parse-kv}. */
final class ParsePatternParser {
    private static final Map<String, ParsePattern.Kind> KINDS = Map.of(
            "simple", ParsePattern.Kind.SIMPLE,
            "relaxed", ParsePattern.Kind.RELAXED,
            "regex", ParsePattern.Kind.REGEX);

    private final Grammar grammar;
    private final Tokens tokens;

    ParsePatternParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of("parse", this::parse, "parse-where", this::parseWhere, "parse-kv", this::parseKv);
    }

    private Operator parse(Token keyword) {
        ParsePattern pattern = pattern(keyword);
        return new ExpandOperator.Parse(tokens.since(keyword), pattern);
    }

    private Operator parseWhere(Token keyword) {
        ParsePattern pattern = pattern(keyword);
        return new ExpandOperator.ParseWhere(tokens.since(keyword), pattern);
    }

    private Operator parseKv(Token keyword) {
        Expression text = grammar.expressions().expression();
        tokens.expect("as");
        List<ColumnDeclaration> keys = grammar.tables().schema();
        List<Property> properties = tokens.accept("with") ? grammar.tables().properties() : List.of();
        return new ExpandOperator.ParseKv(tokens.since(keyword), text, keys, properties);
    }

    private ParsePattern pattern(Token keyword) {
        Parameters parameters = Parameters.read(tokens, keyword, "kind", "flags");
        ParsePattern.Kind kind = parameters.choice("kind", KINDS, ParsePattern.Kind.SIMPLE);
        Expression text = grammar.expressions().expression();
        tokens.expect("with");
        List<ParsePattern.Part> parts = new ArrayList<>();
        while (!grammar.pipes().atEndOfOperator()) {
            parts.add(part(parts));
        }
        if (parts.isEmpty()) {
            throw tokens.expected("a pattern");
        }
        String flags = parameters.text("flags").orElse("");
        return new ParsePattern(tokens.since(keyword), kind, flags, text, parts);
    }

    /** A column begins the pattern or follows a text: nothing else says where its value begins. */
    private ParsePattern.Part part(List<ParsePattern.Part> before) {
        Token first = tokens.peek();
        if (first.isName() && !before.isEmpty() && !(before.get(before.size() - 1) instanceof ParsePattern.Text)) {
            throw tokens.expected("a string before the column");
        }
        if (tokens.accept("*")) {
            return new ParsePattern.Skip(first.span());
        }
        if (first.isString()) {
            tokens.next();
            return new ParsePattern.Text(
                    first.span(), (String) first.literal().orElseThrow().value().orElseThrow());
        }
        Expression.Name name = tokens.newName("'*', a string or the name of a column");
        Optional<KqlType> type = tokens.optionalType();
        return new ParsePattern.Capture(tokens.since(first), name, type);
    }
}
