package io.adxflow.job.spark;

import static io.adxflow.job.model.JobProblem.SQL_SYNTAX;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/** The tree of one text, or the place where it stops being SQL. */
final class SqlSyntax {
    private static final int MAX_DEPTH = 400;

    private final String sql;
    private final SqlBaseLexer lexer;
    private final CommonTokenStream tokens;
    private ParserRuleContext tree;

    SqlSyntax(String sql) {
        this.sql = sql;
        this.lexer = new SqlBaseLexer(new CaseInsensitiveStream(sql));
        this.lexer.removeErrorListeners();
        this.tokens = new CommonTokenStream(lexer);
    }

    ParserRuleContext tree() {
        return tree;
    }

    Token firstToken() {
        tokens.fill();
        tokens.seek(0);
        return tokens.LT(1);
    }

    boolean isCondition() {
        return tree instanceof SqlBaseParser.BooleanExpressionContext;
    }

    /** Reads the whole text by a rule of the grammar; the result is the first mistake, if there is one. */
    Optional<Diagnostic> parse(Function<SqlBaseParser, ? extends ParserRuleContext> rule) {
        tokens.fill();
        if (lexer.has_unclosed_bracketed_comment) {
            int start = sql.lastIndexOf("/*");
            return Optional.of(SQL_SYNTAX
                    .at(new Span(start, Math.min(start + 2, sql.length())), "a comment has no end")
                    .withHint("close it with */"));
        }
        Optional<Token> tooDeep = Nesting.deeperThan(MAX_DEPTH, tokens);
        if (tooDeep.isPresent()) {
            return Optional.of(SQL_SYNTAX.at(place(tooDeep.get()), "more than " + MAX_DEPTH + " levels deep"));
        }
        Optional<Token> offending = parse(rule, PredictionMode.SLL);
        // The fast mode may stumble over a correct text, so only the thorough one may complain.
        return (offending.isPresent() ? parse(rule, PredictionMode.LL) : offending).map(this::unexpected);
    }

    private Optional<Token> parse(Function<SqlBaseParser, ? extends ParserRuleContext> rule, PredictionMode mode) {
        tokens.seek(0);
        SqlBaseParser parser = new SqlBaseParser(tokens);
        FirstMistake mistake = new FirstMistake();
        parser.removeErrorListeners();
        parser.addErrorListener(mistake);
        parser.getInterpreter().setPredictionMode(mode);
        tree = rule.apply(parser);
        return mistake.token().or(this::leftover);
    }

    /** What stands behind a complete text; semicolons may stand behind a query. */
    private Optional<Token> leftover() {
        boolean isQuery = tree instanceof SqlBaseParser.QueryContext;
        while (isQuery && tokens.LA(1) == SqlBaseParser.SEMICOLON) {
            tokens.consume();
        }
        return tokens.LA(1) == Token.EOF ? Optional.empty() : Optional.of(tokens.LT(1));
    }

    private Diagnostic unexpected(Token token) {
        boolean isEnd = token.getType() == Token.EOF;
        boolean isOpen = token.getText().equals("'")
                || token.getText().equals("\"")
                || token.getText().equals("`");
        String message = isEnd
                ? "the text ends too early"
                : isOpen ? "a quote has no end" : "unexpected '" + token.getText() + "'";
        Diagnostic diagnostic = SQL_SYNTAX.at(place(token), message);
        return Keywords.nearMiss(tokens, token)
                .map(hint -> diagnostic.withHint(hint))
                .orElse(diagnostic);
    }

    private Span place(Token token) {
        if (token.getType() == Token.EOF) {
            int end = sql.stripTrailing().length();
            return new Span(Math.max(0, end - 1), end);
        }
        return new Span(token.getStartIndex(), token.getStopIndex() + 1);
    }
}
