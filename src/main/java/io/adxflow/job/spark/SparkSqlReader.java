package io.adxflow.job.spark;

import static io.adxflow.job.model.JobProblem.NOT_A_QUERY;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.job.model.EmbeddedText;
import io.adxflow.job.model.SqlReader;
import io.adxflow.job.model.SqlTables;
import io.adxflow.job.model.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser;

/** Reads Spark SQL with Spark's own grammar: its tables, or the first mistake in its syntax. */
public final class SparkSqlReader implements SqlReader {
    private static final Set<String> FIRST_WORDS =
            Set.of("SELECT", "WITH", "FROM", "VALUES", "TABLE", "(", "MAP", "REDUCE");

    @Override
    public SqlTables query(EmbeddedText sql, SourceText file) {
        return read(sql, file, SqlBaseParser::query);
    }

    @Override
    public SqlTables condition(EmbeddedText sql, SourceText file) {
        return read(sql, file, SqlBaseParser::booleanExpression);
    }

    private static SqlTables read(
            EmbeddedText sql, SourceText file, Function<SqlBaseParser, ? extends ParserRuleContext> rule) {
        SqlSyntax syntax = new SqlSyntax(sql.text());
        Optional<Diagnostic> problem = syntax.parse(rule);
        if (problem.isPresent()) {
            return new SqlTables(List.of(), List.of(sql.inFile(better(problem.get(), syntax, sql.text()), file)));
        }
        TableNames names = new TableNames();
        names.collect(syntax.tree());
        List<Diagnostic> problems =
                names.problems().stream().map(found -> sql.inFile(found, file)).toList();
        return new SqlTables(
                names.names().stream()
                        .map(name -> new Text(name.value(), sql.inFile(name.span())))
                        .toList(),
                problems);
    }

    /** A statement that is no query is told apart from a query with a mistake. */
    private static Diagnostic better(Diagnostic problem, SqlSyntax syntax, String sql) {
        Token first = syntax.firstToken();
        String word = first.getText().toUpperCase(Locale.ROOT);
        boolean isAtStart = problem.span().start() == first.getStartIndex() && first.getType() != Token.EOF;
        if (!isAtStart || FIRST_WORDS.contains(word) || syntax.isCondition()) {
            return problem;
        }
        Span place = new Span(first.getStartIndex(), Math.min(first.getStopIndex() + 1, sql.length()));
        return NOT_A_QUERY
                .at(place, first.getText())
                .withHint(Suggestion.closest(word, FIRST_WORDS)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("a step starts with SELECT or WITH; what changes tables stands under 'write:'"));
    }
}
