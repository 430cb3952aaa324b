package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlProblem;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Operator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sources and the operators behind them. A mistake in one operator does not hide those in the others. */
final class PipeParser {
    /** Operators of KQL that are known by name and refused. */
    static final Set<String> UNSUPPORTED = Set.of(
            "make-graph",
            "graph-match",
            "graph-shortest-paths",
            "graph-to-table",
            "graph-mark-components",
            "graph-where-nodes",
            "graph-where-edges",
            "macro-expand",
            "execute-and-cache",
            "project-by-names",
            "partition-by");

    private static final List<String> ENDS = List.of("|", ";");

    private final Grammar grammar;
    private final Tokens tokens;
    private final Map<String, OperatorRule> rules = new HashMap<>();

    PipeParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        RowParser rows = new RowParser(grammar);
        rules.putAll(rows.rules());
        rules.putAll(new ColumnParser(grammar).rules());
        rules.putAll(new GroupParser(grammar, rows).rules());
        rules.putAll(new SeriesParser(grammar).rules());
        rules.putAll(new JoinParser(grammar).rules());
        rules.putAll(new SearchParser(grammar).rules());
        rules.putAll(new BranchParser(grammar).rules());
        rules.putAll(new ExpandParser(grammar).rules());
        rules.putAll(new ParsePatternParser(grammar).rules());
        rules.putAll(new ScanParser(grammar, rows).rules());
        rules.putAll(new SourceParser(grammar).rules());
    }

    /** The words that operators begin with. */
    Set<String> keywords() {
        return Set.copyOf(rules.keySet());
    }

    /** An expression, or a source with operators: wherever KQL takes either. */
    Expression tabular() {
        Token first = tokens.peek();
        if (startsSource()) {
            return pipe(first, Optional.empty());
        }
        Expression source = grammar.expressions().expression();
        return tokens.at("|") || atForgottenPipe() ? pipe(first, Optional.of(source)) : source;
    }

    /** {@code (operator | …)}, over rows that come from outside. */
    Expression.Pipe subquery() {
        Token opening = tokens.expect("(");
        Token first = tokens.peek();
        Expression.Pipe pipe = pipe(first, Optional.empty());
        tokens.close(opening, ")");
        return pipe;
    }

    /** A subquery of one operator without parentheses. */
    Expression.Pipe oneOperator() {
        Operator operator = operator();
        return new Expression.Pipe(operator.span(), Optional.empty(), List.of(operator));
    }

    boolean atEndOfOperator() {
        Token token = tokens.peek();
        return token.isEnd() || List.of("|", ";", ")", "}").stream().anyMatch(token::is);
    }

    private Expression.Pipe pipe(Token first, Optional<Expression> source) {
        tokens.enter();
        try {
            List<Operator> operators = new ArrayList<>();
            if (source.isEmpty()) {
                tokens.recovering(this::operatorAndEnd, ENDS).ifPresent(operators::add);
            }
            while (tokens.accept("|") || toldOfForgottenPipe()) {
                tokens.recovering(this::pipedOperator, ENDS).ifPresent(operators::add);
                if (operators.size() > ExpressionParser.MAX_CHAIN) {
                    throw tokens.tooDeep(ExpressionParser.MAX_CHAIN);
                }
            }
            return new Expression.Pipe(tokens.since(first), source, operators);
        } finally {
            tokens.leave();
        }
    }

    /** An operator that gets rows: print and range bring their own. */
    private Operator pipedOperator() {
        if (tokens.at("print") || tokens.at("range")) {
            throw tokens.expected("an operator that takes rows");
        }
        return operatorAndEnd();
    }

    private Operator operatorAndEnd() {
        Operator operator = operator();
        if (!atEndOfOperator() && !tokens.at(",") && !atForgottenPipe()) {
            throw tokens.expected(Hints.END_OF_OPERATOR);
        }
        return operator;
    }

    private Operator operator() {
        Token keyword = keyword();
        OperatorRule rule = rules.get(keyword.text());
        if (rule != null) {
            return rule.read(keyword);
        }
        if (UNSUPPORTED.contains(keyword.text())) {
            throw new SyntaxError(KqlProblem.UNSUPPORTED_OPERATOR.at(keyword.span(), keyword.text()));
        }
        throw new SyntaxError(Hints.unknownOperator(keyword, rules.keySet()));
    }

    /** The word of an operator with its dashes, as in {@code project-away}. */
    private Token keyword() {
        if (!tokens.peek().isName()) {
            throw tokens.expected("an operator");
        }
        String text = word();
        int length = keywordLength();
        Token first = tokens.next();
        for (int i = 1; i < length; i++) {
            tokens.next();
        }
        return Token.of(Token.Kind.NAME, tokens.since(first), text);
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < keywordLength(); i++) {
            word.append(tokens.peek(i).text());
        }
        return word.toString();
    }

    private int keywordLength() {
        int length = 1;
        while (tokens.peek(length).is("-")
                && tokens.peek(length + 1).isName()
                && tokens.peek(length - 1).touches(tokens.peek(length))
                && tokens.peek(length).touches(tokens.peek(length + 1))) {
            length += 2;
        }
        return length;
    }

    private boolean toldOfForgottenPipe() {
        boolean found = atForgottenPipe();
        if (found) {
            tokens.tell(KqlProblem.MISSING_PIPE.at(tokens.peek().span(), word()));
        }
        return found;
    }

    /** Whether an operator begins here without the pipe before it. */
    private boolean atForgottenPipe() {
        Token next = tokens.peek(keywordLength());
        boolean isName = next.is("=") || next.is(",");
        return tokens.peek().isName() && rules.containsKey(word()) && !tokens.at("as") && !isName;
    }

    /** Whether an operator that needs no source begins here; its word may also be the name of a table or a column. */
    private boolean startsSource() {
        Token next = tokens.peek(1);
        return switch (tokens.peek().text()) {
            case "print", "evaluate" -> startsOperand(next);
            case "range" -> next.isName() && tokens.peek(2).is("from");
            case "union" -> startsOperand(next) || next.is("*") && atEndOfTable(2);
            case "search", "find" -> startsOperand(next) || next.is("*") || next.is("in");
            case "macro" -> next.is("-") && tokens.peek(2).is("expand");
            default -> false;
        };
    }

    private boolean atEndOfTable(int ahead) {
        Token token = tokens.peek(ahead);
        return token.isEnd() || List.of("|", ";", ")", "}", ",").stream().anyMatch(token::is);
    }

    private static boolean startsOperand(Token token) {
        boolean isOperator = token.isName() && (Infix.isOperator(token.text()) || token.is("by") || token.is("on"));
        return token.isName() && !isOperator
                || token.isLiteral()
                || List.of("(", "[", "-").stream().anyMatch(token::is);
    }
}
