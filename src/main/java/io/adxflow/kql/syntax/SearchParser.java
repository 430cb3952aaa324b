package io.adxflow.kql.syntax;

import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.syntax.tree.CombineOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.FindOutput;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.SearchKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code search} and {@code find}. */
final class SearchParser {
    private static final Map<String, SearchKind> KINDS = Map.of(
            "default", SearchKind.CASE_INSENSITIVE,
            "case_insensitive", SearchKind.CASE_INSENSITIVE,
            "case_sensitive", SearchKind.CASE_SENSITIVE);

    private final Grammar grammar;
    private final Tokens tokens;

    SearchParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    Map<String, OperatorRule> rules() {
        return Map.of("search", this::search, "find", this::find);
    }

    private Operator search(Token keyword) {
        Parameters parameters = Parameters.read(tokens, keyword, "kind");
        SearchKind kind = parameters.choice("kind", KINDS, SearchKind.CASE_INSENSITIVE);
        List<Expression> tables = tokens.at("in", "(") ? tables() : List.of();
        Expression predicate = grammar.expressions().condition();
        return new CombineOperator.Search(tokens.since(keyword), kind, tables, predicate);
    }

    private Operator find(Token keyword) {
        Parameters parameters = Parameters.read(tokens, keyword, "withsource", "with_source", "isfuzzy", "datascope");
        List<Expression> tables = tokens.at("in", "(") ? tables() : List.of();
        if (!tables.isEmpty()) {
            tokens.expect("where");
        } else {
            tokens.accept("where");
        }
        Expression predicate = grammar.expressions().condition();
        FindOutput output = output();
        return new CombineOperator.Find(
                tokens.since(keyword),
                parameters.name("withsource").or(() -> parameters.name("with_source")),
                parameters.flag("isfuzzy"),
                tables,
                predicate,
                output);
    }

    private List<Expression> tables() {
        tokens.next();
        Token opening = tokens.next();
        List<Expression> tables = tokens.listUntil(")", grammar.tables()::reference);
        tokens.close(opening, ")");
        return tables;
    }

    private FindOutput output() {
        if (tokens.at("project") && !tokens.peek(1).is("-")) {
            tokens.next();
            return columns();
        }
        if (!tokens.at("project", "-")) {
            return new FindOutput.Smart();
        }
        boolean isAway = tokens.peek(2).is("away");
        if (!isAway && !tokens.peek(2).is("smart")) {
            throw tokens.expected("'project', 'project-smart' or 'project-away'");
        }
        for (int i = 0; i < 3; i++) {
            tokens.next();
        }
        return isAway
                ? new FindOutput.Away(tokens.list(() -> grammar.tables().nameOrPattern("the name of a column")))
                : new FindOutput.Smart();
    }

    private FindOutput columns() {
        List<FindOutput.FindColumn> columns = new ArrayList<>();
        boolean packsTheRest = false;
        do {
            if (tokens.at("pack", "(") || tokens.at("pack_all", "(")) {
                boolean hasStar = tokens.next().is("pack");
                Token opening = tokens.next();
                if (hasStar) {
                    tokens.expect("*");
                }
                tokens.close(opening, ")");
                packsTheRest = true;
            } else {
                columns.add(column());
            }
        } while (tokens.accept(","));
        return new FindOutput.Columns(columns, packsTheRest);
    }

    private FindOutput.FindColumn column() {
        Token first = tokens.peek();
        Expression.Name name = tokens.name("the name of a column");
        Optional<KqlType> type = tokens.optionalType();
        return new FindOutput.FindColumn(tokens.since(first), name, type);
    }
}
