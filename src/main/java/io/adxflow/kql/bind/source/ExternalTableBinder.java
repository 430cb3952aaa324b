package io.adxflow.kql.bind.source;

import static io.adxflow.kql.language.KqlProblem.NO_EXTERNAL_DATA;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_EXTERNAL_TABLE;
import static io.adxflow.kql.language.KqlProblem.WRONG_ARGUMENT_COUNT;

import io.adxflow.base.diagnostic.Diagnostic;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scalar.CallBinder;
import io.adxflow.kql.bind.scalar.Places;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.Tables;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.ExternalTable;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.RowOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code external_table(name [, mapping])}: the rows of files. The conditions that follow at once decide which files are read.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/external-table-function">external_table()</a>
 */
public record ExternalTableBinder(Session session, Scope scope) {
    public static final String FUNCTION = "external_table";

    /** Whether a pipe begins with the rows of an external table. */
    public static boolean isSource(Optional<Expression> source, Scope scope) {
        return source.isPresent()
                && source.get() instanceof Expression.Call call
                && call.function().text().equals(FUNCTION)
                && scope.find(FUNCTION).isEmpty();
    }

    /** How many of the first operators are conditions. */
    public static int conditions(List<Operator> operators) {
        int count = 0;
        while (count < operators.size() && operators.get(count) instanceof RowOperator.Where) {
            count++;
        }
        return count;
    }

    /** The rows for which the conditions are true. */
    public Relation bind(Expression.Call call, List<Operator> conditions) {
        try {
            ExternalTable table = table(call);
            Tables tables = session.tables(scope);
            Relation unread = tables.scan(new CatalogTable(FUNCTION, table.schema(), ""), call.span());
            Relation rows = tables.pipe(unread, conditions);
            List<Scalar> predicates = new ArrayList<>();
            if (!areOnly(unread, rows, predicates)) {
                Relation all = tables.scan(table.rows(table.parts()), call.span());
                return tables.pipe(all, conditions);
            }
            CatalogTable read = table.rows(
                    new ExternalPruning(session, scope, unread.header(), call.span()).kept(table.parts(), predicates));
            return filtered(rows, new Relation.Scan(read, unread.header()));
        } catch (ExternalDataException e) {
            throw refused(call, e);
        }
    }

    private static UserException refused(Expression.Call call, ExternalDataException e) {
        Diagnostic problem = NO_EXTERNAL_DATA.at(call.span(), e.address(), e.getMessage());
        return (e.hint().isEmpty() ? problem : problem.withHint(e.hint())).toException();
    }

    private ExternalTable table(Expression.Call call) {
        List<Expression> arguments = CallBinder.positional(call);
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw WRONG_ARGUMENT_COUNT
                    .at(call.span(), FUNCTION, arguments.size() + " arguments")
                    .toException();
        }
        Places places = new Places(session, scope);
        String name = places.text(arguments.get(0));
        String mapping = arguments.size() > 1 ? places.text(arguments.get(1)) : "";
        return session.catalog().externalTable(name, mapping).orElseThrow(() -> UNKNOWN_EXTERNAL_TABLE
                .at(arguments.get(0).span(), name)
                .toException());
    }

    /** Whether nothing but conditions stands above the rows; which are found. */
    private static boolean areOnly(Relation source, Relation rows, List<Scalar> predicates) {
        Relation next = rows;
        while (next instanceof Relation.Filter filter) {
            predicates.add(filter.predicate());
            next = filter.input();
        }
        return next == source;
    }

    private static Relation filtered(Relation rows, Relation source) {
        return rows instanceof Relation.Filter filter
                ? new Relation.Filter(filtered(filter.input(), source), filter.predicate())
                : source;
    }
}
