package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.ColumnDeclaration;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FunctionBody;
import io.adxflow.kql.syntax.tree.FunctionParameter;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Statements of a query and of function bodies. */
final class StatementParser {
    private static final Set<String> SQL = Set.of("select", "insert", "update", "delete", "create", "with", "explain");

    private final Grammar grammar;
    private final Tokens tokens;

    StatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** All statements up to the end of the text. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        while (!tokens.peek().isEnd()) {
            if (!tokens.accept(";")) {
                tokens.recovering(this::statementAndEnd, List.of(";")).ifPresent(statements::add);
            }
        }
        return statements;
    }

    /** {@code (name: type [= default], …)}. */
    List<FunctionParameter.Scalar> scalarParameters() {
        Token opening = tokens.expect("(");
        List<FunctionParameter.Scalar> parameters = tokens.listUntil(")", this::scalarParameter);
        tokens.close(opening, ")");
        return parameters;
    }

    private Statement statementAndEnd() {
        Statement statement = statement();
        if (List.of(")", "]", "}").stream().anyMatch(tokens::at)) {
            throw new SyntaxError(KqlProblem.NOTHING_TO_CLOSE.at(
                    tokens.peek().span(), tokens.peek().text()));
        }
        if (!tokens.at(";") && !tokens.peek().isEnd()) {
            throw tokens.expected(statement instanceof Statement.ExpressionStatement ? "'|' or ';'" : "';'");
        }
        return statement;
    }

    private Statement statement() {
        Token first = tokens.peek();
        Token second = tokens.peek(1);
        refuse(first, second);
        boolean isStatement = second.isName() || second.is("[");
        return switch (isStatement ? first.text() : "") {
            case "let" -> let();
            case "set" -> setOption();
            case "declare" -> declare();
            case "restrict", "alias" -> throw unsupported(first, second);
            default -> expression();
        };
    }

    private static void refuse(Token first, Token second) {
        if (first.is("|")) {
            throw new SyntaxError(KqlProblem.UNEXPECTED_TOKEN
                    .at(first.span(), "a table", first.described())
                    .withHint("operators follow a source: Table | where …"));
        }
        if (first.is(".") && second.isName()) {
            Span span = first.span().to(second.span());
            throw SyntaxError.fatal(KqlProblem.CONTROL_COMMAND
                    .at(span, "." + second.text())
                    .withHint("control commands have a text of their own"));
        }
        boolean isSql = first.isName() && SQL.contains(first.text().toLowerCase(Locale.ROOT));
        if (isSql && (second.isName() || second.isLiteral() || second.is("*"))) {
            throw new SyntaxError(KqlProblem.SQL_STATEMENT
                    .at(first.span(), first.text())
                    .withHint("a query begins with its table: Table | where … | project …"));
        }
    }

    private Statement expression() {
        Token first = tokens.peek();
        Expression expression = grammar.pipes().tabular();
        return new Statement.ExpressionStatement(tokens.since(first), expression);
    }

    private Statement let() {
        Token first = tokens.next();
        Expression.Name name = tokens.reference("the name of the variable");
        tokens.expect("=");
        if (tokens.at("view") && tokens.closesBefore(1, "{")) {
            tokens.next();
            List<FunctionParameter> parameters = parameters();
            FunctionBody body = body();
            return new Statement.LetView(tokens.since(first), name, parameters, body);
        }
        if (tokens.closesBefore(0, "{")) {
            List<FunctionParameter> parameters = parameters();
            FunctionBody body = body();
            return new Statement.LetFunction(tokens.since(first), name, parameters, body);
        }
        Expression value = grammar.pipes().tabular();
        return new Statement.LetValue(tokens.since(first), name, value);
    }

    private FunctionBody body() {
        return tokens.nested(() -> {
            Token opening = tokens.expect("{");
            List<Statement> statements = new ArrayList<>();
            while (!tokens.at("}") && !tokens.peek().isEnd()) {
                if (!tokens.accept(";")) {
                    statements.add(tokens.recovering(this::inBody, List.of(";")).orElseGet(this::unread));
                }
            }
            int last = statements.size() - 1;
            if (last < 0 || !(statements.get(last) instanceof Statement.ExpressionStatement result)) {
                throw tokens.expected("the expression that the function returns");
            }
            tokens.close(opening, "}");
            return new FunctionBody(tokens.since(opening), statements.subList(0, last), result.expression());
        });
    }

    /** Stands for a statement with an error, so that nobody misses it; the tree as a whole is given up. */
    private Statement unread() {
        Span span = tokens.peek().span();
        return new Statement.ExpressionStatement(span, new Expression.Name(span, ""));
    }

    private Statement inBody() {
        Statement statement = statement();
        if (!tokens.at(";") && !tokens.at("}") && !tokens.peek().isEnd()) {
            throw tokens.expected("';' or '}'");
        }
        return statement;
    }

    private List<FunctionParameter> parameters() {
        Token opening = tokens.expect("(");
        List<FunctionParameter> parameters = tokens.listUntil(")", this::parameter);
        tokens.close(opening, ")");
        return parameters;
    }

    private FunctionParameter parameter() {
        if (!tokens.peek(tokens.nameLength() + 1).is("(")) {
            return scalarParameter();
        }
        Token first = tokens.peek();
        Expression.Name name = tokens.name("the name of a parameter");
        tokens.expect(":");
        if (tokens.peek(1).is("*")) {
            Token opening = tokens.next();
            tokens.next();
            tokens.close(opening, ")");
            return new FunctionParameter.Table(tokens.since(first), name, List.of());
        }
        List<ColumnDeclaration> columns = grammar.tables().schema();
        return new FunctionParameter.Table(tokens.since(first), name, columns);
    }

    private FunctionParameter.Scalar scalarParameter() {
        Token first = tokens.peek();
        Expression.Name name = tokens.name("the name of a parameter");
        tokens.expect(":");
        KqlType type = tokens.type();
        Optional<Expression> defaultValue =
                tokens.accept("=") ? Optional.of(grammar.tables().literal()) : Optional.empty();
        return new FunctionParameter.Scalar(tokens.since(first), name, type, defaultValue);
    }

    private Statement setOption() {
        Token first = tokens.next();
        Expression.Name option = tokens.name("the name of an option");
        Optional<Expression> value =
                tokens.accept("=") ? Optional.of(grammar.expressions().expression()) : Optional.empty();
        return new Statement.SetOption(tokens.since(first), option, value);
    }

    private Statement declare() {
        Token first = tokens.next();
        if (tokens.at("pattern")) {
            throw unsupported(first, tokens.peek());
        }
        tokens.expect("query_parameters");
        List<FunctionParameter.Scalar> parameters = scalarParameters();
        return new Statement.DeclareQueryParameters(tokens.since(first), parameters);
    }

    private static SyntaxError unsupported(Token first, Token second) {
        return new SyntaxError(KqlProblem.UNSUPPORTED_STATEMENT.at(
                first.span().to(second.span()), first.text() + " " + second.text()));
    }
}
