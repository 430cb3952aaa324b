package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.ColumnDeclaration;
import io.adxflow.kql.syntax.tree.EvaluateSchema;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Property;
import io.adxflow.kql.syntax.tree.UnaryOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tables that are written out, schemas, references to tables, and lists of properties. */
final class TableParser {
    private final Grammar grammar;
    private final Tokens tokens;

    TableParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** {@code datatable (schema) [value, …]}. */
    Expression datatable() {
        Token first = tokens.next();
        List<ColumnDeclaration> columns = schema();
        Token opening = tokens.expect("[");
        List<Expression> values = tokens.listUntil("]", this::literal);
        tokens.close(opening, "]");
        return new Expression.Datatable(tokens.since(first), columns, values);
    }

    /** {@code externaldata (schema) [uri, …] with (property = value, …)}. */
    Expression externaldata() {
        Token first = tokens.next();
        List<ColumnDeclaration> columns = schema();
        Token opening = tokens.expect("[");
        if (tokens.at("]")) {
            throw tokens.expected("an address");
        }
        List<Expression> uris = tokens.listUntil("]", grammar.expressions()::expression);
        tokens.close(opening, "]");
        List<Property> properties = tokens.accept("with") ? properties() : List.of();
        return new Expression.Externaldata(tokens.since(first), columns, uris, properties);
    }

    /** {@code typeof(type)}, {@code typeof(*, column: type, …)}. */
    Expression typeOf() {
        Token first = tokens.next();
        boolean isSchema = tokens.peek(1).is("*")
                || tokens.peek(2).is(":")
                || tokens.peek(2).is("=");
        if (isSchema) {
            EvaluateSchema schema = evaluateSchema();
            return new Expression.SchemaOf(tokens.since(first), schema);
        }
        Token opening = tokens.expect("(");
        KqlType type = tokens.type();
        tokens.close(opening, ")");
        return new Expression.TypeOf(tokens.since(first), type);
    }

    /** {@code (column: type, …)}. */
    List<ColumnDeclaration> schema() {
        Token opening = tokens.expect("(");
        List<ColumnDeclaration> columns = tokens.listUntil(")", this::column);
        tokens.close(opening, ")");
        return columns;
    }

    /** {@code (column: type, …)}, {@code (*, column: type, …)}. */
    EvaluateSchema evaluateSchema() {
        Token opening = tokens.expect("(");
        boolean keepsInput = tokens.accept("*");
        if (keepsInput) {
            tokens.accept(",");
        }
        List<ColumnDeclaration> columns = tokens.listUntil(")", this::column);
        tokens.close(opening, ")");
        return new EvaluateSchema(tokens.since(opening), keepsInput, columns);
    }

    private ColumnDeclaration column() {
        Token first = tokens.peek();
        Expression.Name name = tokens.newName("the name of a column");
        tokens.expect(":");
        KqlType type = tokens.type();
        return new ColumnDeclaration(tokens.since(first), name, type);
    }

    /** A constant with or without a sign. */
    Expression literal() {
        Token sign = tokens.peek();
        if ((sign.is("-") || sign.is("+")) && tokens.peek(1).isLiteral()) {
            tokens.next();
            Expression literal = tokens.next().literal().orElseThrow();
            UnaryOperator operator = sign.is("-") ? UnaryOperator.MINUS : UnaryOperator.PLUS;
            return new Expression.Unary(tokens.since(sign), operator, literal);
        }
        if (!sign.isLiteral() && !sign.is("null")) {
            throw tokens.expected("a literal");
        }
        return sign.isLiteral()
                ? tokens.next().literal().orElseThrow()
                : grammar.primaries().primary();
    }

    /** {@code (name = value, …)}; a value may be a list of names without parentheses. */
    List<Property> properties() {
        Token opening = tokens.expect("(");
        List<Property> properties = tokens.listUntil(")", this::property);
        tokens.close(opening, ")");
        return properties;
    }

    /** {@code name = value, more values}: what follows a comma belongs to the list unless it is a name and {@code =}. */
    Property property() {
        Token first = tokens.peek();
        Expression.Name name = tokens.name("the name of a property");
        tokens.expect("=");
        Supplier<Expression> value = grammar.expressions()::expression;
        List<Expression> values = new ArrayList<>(List.of(value.get()));
        while (tokens.at(",") && !tokens.peek(2).is("=") && !tokens.peek(1).is(")")) {
            tokens.next();
            values.add(value.get());
        }
        return new Property(tokens.since(first), name, values);
    }

    /** A table of union, search or find: a name, a pattern, a path through a database, or a query in parentheses. */
    Expression reference() {
        Token first = tokens.peek();
        if (atPattern()) {
            return pattern();
        }
        Expression table = scope();
        if (!tokens.at(".")) {
            return table;
        }
        tokens.next();
        Expression.Wildcard pattern = pattern();
        return new Expression.Wildcard(tokens.since(first), Optional.of(table), pattern.pattern());
    }

    private Expression scope() {
        Token first = tokens.peek();
        if (!first.isName() || !tokens.peek(1).is("(")) {
            return grammar.primaries().primary();
        }
        Expression scope = grammar.primaries().call("a table");
        while (tokens.at(".")
                && !(isPatternPart(tokens.peek(1)) && patternLength(1) > 1
                        || tokens.peek(1).is("*"))) {
            tokens.next();
            scope = tokens.peek(1).is("(")
                    ? call(first, scope)
                    : new Expression.Member(tokens.since(first), scope, tokens.name("the name of a table"));
        }
        return scope;
    }

    private Expression call(Token first, Expression scope) {
        Expression.Call call = grammar.primaries().call("a function");
        return new Expression.MemberCall(tokens.since(first), scope, call);
    }

    /** A Name, or a Wildcard if it has stars. */
    Expression nameOrPattern(String what) {
        return atPattern() ? pattern() : tokens.reference(what);
    }

    private boolean atPattern() {
        return tokens.at("*") || isPatternPart(tokens.peek()) && patternLength(0) > 1;
    }

    private Expression.Wildcard pattern() {
        Token first = tokens.peek();
        int length = patternLength(0);
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < length; i++) {
            pattern.append(tokens.next().text());
        }
        return new Expression.Wildcard(tokens.since(first), Optional.empty(), pattern.toString());
    }

    /** How many tokens without blanks between them make up a pattern; 1 for a mere name. */
    private int patternLength(int from) {
        int length = 1;
        boolean hasStar = tokens.peek(from).is("*");
        while (isPatternPart(tokens.peek(from + length))
                && tokens.peek(from + length - 1).touches(tokens.peek(from + length))) {
            hasStar |= tokens.peek(from + length).is("*");
            length++;
        }
        return hasStar ? length : 1;
    }

    private static boolean isPatternPart(Token token) {
        return token.isName() || token.is("*") || token.isLiteral() && !token.isString();
    }
}
