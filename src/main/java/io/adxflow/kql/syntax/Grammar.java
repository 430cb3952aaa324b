package io.adxflow.kql.syntax;

/** The parsers of one query. They call each other, and so each knows all through this. */
final class Grammar {
    private final Tokens tokens;
    private final ExpressionParser expressions;
    private final PrimaryParser primaries;
    private final TableParser tables;
    private final PipeParser pipes;
    private final StatementParser statements;

    Grammar(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(this);
        this.primaries = new PrimaryParser(this);
        this.tables = new TableParser(this);
        this.pipes = new PipeParser(this);
        this.statements = new StatementParser(this);
    }

    Tokens tokens() {
        return tokens;
    }

    ExpressionParser expressions() {
        return expressions;
    }

    PrimaryParser primaries() {
        return primaries;
    }

    TableParser tables() {
        return tables;
    }

    PipeParser pipes() {
        return pipes;
    }

    StatementParser statements() {
        return statements;
    }
}
