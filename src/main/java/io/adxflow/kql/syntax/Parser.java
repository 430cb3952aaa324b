package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.syntax.tree.Query;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns the text of a query into its tree. Any text gives a tree or diagnostics, in time and stack that are bounded. */
public final class Parser {
    /** Nobody reads more; a text with so many is no query. */
    private static final int MAX_PROBLEMS = 100;

    private static final Comparator<Diagnostic> BY_PLACE =
            Comparator.comparingInt(problem -> problem.span().start());

    private Parser() {}

    /**
     * The tree of a query.
     *
     * @throws UserException with all syntax errors of the text, or the first hundred, in the order of their places
     */
    public static Query parse(SourceText source) {
        List<Diagnostic> problems = new ArrayList<>();
        List<Statement> statements = read(source.text(), problems);
        if (!problems.isEmpty()) {
            throw new UserException(inOrder(problems, source));
        }
        return new Query(source, statements);
    }

    private static List<Diagnostic> inOrder(List<Diagnostic> problems, SourceText source) {
        List<Diagnostic> told = new ArrayList<>();
        Span skipped = Span.at(0);
        for (Diagnostic problem : problems.stream().sorted(BY_PLACE).toList()) {
            if (!isConsequence(problem, skipped, source.text()) && told.size() < MAX_PROBLEMS) {
                told.add(problem.in(source));
            }
            skipped = problem.problem() == KqlProblem.UNEXPECTED_CHARACTER ? problem.span() : skipped;
        }
        return told;
    }

    /** Behind a character that was left out, the next token is no news. */
    private static boolean isConsequence(Diagnostic problem, Span skipped, String text) {
        int start = problem.span().start();
        return problem.problem() == KqlProblem.UNEXPECTED_TOKEN
                && skipped.end() > skipped.start()
                && skipped.end() <= start
                && text.substring(skipped.end(), start).isBlank();
    }

    private static List<Statement> read(String text, List<Diagnostic> problems) {
        List<Statement> statements = new ArrayList<>();
        try {
            Tokens tokens = new Tokens(new Lexer(text, problems).read(), problems);
            Span start = tokens.peek().span();
            statements.addAll(new Grammar(tokens).statements().statements());
            if (problems.isEmpty()) {
                requireResult(start, tokens, statements, problems);
            }
        } catch (SyntaxError error) {
            problems.add(error.diagnostic());
        }
        return statements;
    }

    private static void requireResult(
            Span start, Tokens tokens, List<Statement> statements, List<Diagnostic> problems) {
        if (statements.isEmpty()) {
            problems.add(KqlProblem.EMPTY_QUERY.at(start));
        } else if (statements.stream().noneMatch(Statement.ExpressionStatement.class::isInstance)) {
            problems.add(KqlProblem.NOTHING_TO_RETURN
                    .at(tokens.peek().span())
                    .withHint("an expression follows the last let statement"));
        }
    }
}
