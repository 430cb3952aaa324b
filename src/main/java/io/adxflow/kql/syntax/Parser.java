package io.adxflow.kql.syntax;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.language.KqlProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Turns the text of a query into its tree. Any text gives a tree or diagnostics, in time and stack that are bounded. */
public final class Parser {
    private Parser() {}

    /**
     * The tree of a query.
     *
     * @throws UserException with all syntax errors of the text, in the order of their places
     */
    public static Query parse(SourceText source) {
        List<Diagnostic> problems = new ArrayList<>();
        List<Statement> statements = read(source.text(), problems);
        if (!problems.isEmpty()) {
            throw new UserException(problems.stream()
                    .filter(problem -> !isConsequence(problem, problems, source.text()))
                    .sorted(Comparator.comparingInt(problem -> problem.span().start()))
                    .map(problem -> problem.in(source))
                    .toList());
        }
        return new Query(source, statements);
    }

    /** Behind a character that was left out, the next token is no news. */
    private static boolean isConsequence(Diagnostic problem, List<Diagnostic> problems, String text) {
        return problem.problem() == KqlProblem.UNEXPECTED_TOKEN
                && problems.stream()
                        .filter(other -> other.problem() == KqlProblem.UNEXPECTED_CHARACTER)
                        .filter(other -> other.span().end() <= problem.span().start())
                        .anyMatch(other -> text.substring(
                                        other.span().end(), problem.span().start())
                                .isBlank());
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
