package io.adxflow.job.spark;

import static io.adxflow.job.model.JobProblem.QUALIFIED_TABLE;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.job.model.Text;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionTableSubqueryArgumentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableNameContext;

/** Collects the tables that a query reads: all that stand where a table stands and are not named by a WITH around them. */
final class TableNames {
    private final Deque<Pending> pending = new ArrayDeque<>();
    private final Map<String, Text> names = new LinkedHashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();

    List<Text> names() {
        return List.copyOf(names.values());
    }

    List<Diagnostic> problems() {
        return problems;
    }

    /** Goes through the tree with a stack of its own: a long chain of operators makes a very deep tree. */
    void collect(ParserRuleContext root) {
        pending.push(new Pending(root, Set.of()));
        while (!pending.isEmpty()) {
            Pending next = pending.pop();
            if (next.tree instanceof QueryContext query && query.ctes() != null) {
                with(query, next.local);
            } else if (next.tree instanceof IdentifierReferenceContext reference && isTable(reference)) {
                table(reference, next.local);
            } else {
                children(next);
            }
        }
    }

    /** A part of the tree that is still to be read, and the names that a WITH defines for it. */
    private record Pending(ParseTree tree, Set<String> local) {}

    /** Each query of a WITH sees the ones before it; the main query sees all of them. */
    private void with(QueryContext query, Set<String> outer) {
        Deque<Pending> inOrder = new ArrayDeque<>();
        Set<String> local = new HashSet<>(outer);
        for (NamedQueryContext named : query.ctes().namedQuery()) {
            inOrder.push(new Pending(named.query(), Set.copyOf(local)));
            local.add(folded(unquoted(named.name.getText())));
        }
        inOrder.push(new Pending(query.queryTerm(), local));
        inOrder.push(new Pending(query.queryOrganization(), local));
        inOrder.forEach(pending::push);
    }

    private void children(Pending parent) {
        for (int i = parent.tree.getChildCount() - 1; i >= 0; i--) {
            pending.push(new Pending(parent.tree.getChild(i), parent.local));
        }
    }

    private static boolean isTable(IdentifierReferenceContext reference) {
        ParserRuleContext parent = reference.getParent();
        return parent instanceof TableNameContext
                || parent instanceof TableContext
                || parent instanceof FunctionTableSubqueryArgumentContext;
    }

    private void table(IdentifierReferenceContext reference, Set<String> local) {
        Span place = new Span(
                reference.getStart().getStartIndex(), reference.getStop().getStopIndex() + 1);
        boolean isPlain = reference.multipartIdentifier() != null
                && reference.multipartIdentifier().parts.size() == 1;
        if (!isPlain) {
            problems.add(QUALIFIED_TABLE
                    .at(place, reference.getText())
                    .withHint(
                            "declare it under 'read:', for example with 'spark: {table: …}', and use its name there"));
            return;
        }
        String name = unquoted(reference.getText());
        if (!local.contains(folded(name))) {
            names.putIfAbsent(folded(name), new Text(name, place));
        }
    }

    private static String unquoted(String name) {
        boolean isQuoted = name.length() > 1 && name.startsWith("`") && name.endsWith("`");
        return isQuoted ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
