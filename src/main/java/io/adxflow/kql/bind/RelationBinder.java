package io.adxflow.kql.bind;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_TABLE;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_FUNCTION;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_RESULT;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_TABLE;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.operator.ValuesBinder;
import io.adxflow.kql.bind.scalar.FunctionInliner;
import io.adxflow.kql.bind.scalar.Places;
import io.adxflow.kql.bind.scalar.ScalarBinder;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.bind.scope.RowSecurity;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.StoredFunctions;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.bind.scope.Tables;
import io.adxflow.kql.bind.source.ExternalDataBinder;
import io.adxflow.kql.bind.source.ExternalTableBinder;
import io.adxflow.kql.bind.source.ViewCall;
import io.adxflow.kql.language.Catalog;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.HiddenColumn;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Relation;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.Operator;
import io.adxflow.kql.syntax.tree.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns a tabular expression into a relation. */
final class RelationBinder implements Tables, Expression.Visitor<Relation> {
    private final Session session;
    private final Scope scope;

    RelationBinder(Session session, Scope scope) {
        this.session = session;
        this.scope = scope;
    }

    @Override
    public Relation bind(Expression expression) {
        return expression.accept(this);
    }

    @Override
    public List<Expression> declare(List<Statement> statements) {
        return new StatementBinder(session, scope).bindAll(statements);
    }

    @Override
    public Relation pipe(Expression.Pipe pipe) {
        if (ExternalTableBinder.isSource(pipe.source(), scope)) {
            int conditions = ExternalTableBinder.conditions(pipe.operators());
            Relation rows = externalTable(
                    (Expression.Call) pipe.source().orElseThrow(),
                    pipe.operators().subList(0, conditions));
            return operators(
                    Optional.of(rows),
                    pipe.operators().subList(conditions, pipe.operators().size()));
        }
        return operators(pipe.source().map(this::bind), pipe.operators());
    }

    @Override
    public Relation pipe(Relation rows, List<Operator> operators) {
        return operators(Optional.of(rows), operators);
    }

    /** The operators one after the other, from rows that come from elsewhere. */
    Relation operators(Optional<Relation> source, List<Operator> operators) {
        Optional<Relation> rows = source;
        for (Operator operator : operators) {
            rows = Optional.of(operator.accept(new OperatorBinder(session, scope, rows)));
        }
        return rows.orElseThrow(() -> new IllegalStateException("a pipe without source and operators"));
    }

    @Override
    public Relation name(Expression.Name name) {
        Optional<Symbol> symbol = scope.find(name.text());
        if (symbol.isPresent()) {
            return ofSymbol(symbol.get(), name);
        }
        return table(session.catalog(), name.text(), name.span());
    }

    private Relation ofSymbol(Symbol symbol, Expression.Name name) {
        if (symbol instanceof Symbol.Table table) {
            return table.shared().use(session);
        }
        if (symbol instanceof Symbol.Function function) {
            return function(function, new Expression.Call(name.span(), name, List.of()));
        }
        if (symbol instanceof Symbol.Broken) {
            throw Problems.silent();
        }
        throw EXPECTED_TABLE.at(name.span(), name.text()).toException();
    }

    private Relation function(Symbol.Function function, Expression.Call call) {
        return new FunctionInliner(ScalarBinder.constants(session, scope)).table(function, call, Optional.empty());
    }

    /** A function of a database that takes nothing, or a table of it. */
    private Relation table(Catalog catalog, String name, Span span) {
        Optional<CatalogTable> table = catalog.table(name);
        Optional<Symbol> stored = StoredFunctions.find(session, catalog, name, span);
        if (table.isPresent() && stored.isEmpty()) {
            return scan(table.get(), span);
        }
        if (stored.isPresent()) {
            return ofSymbol(stored.get(), new Expression.Name(span, name));
        }
        throw unknownTable(catalog, name, span);
    }

    private UserException unknownTable(Catalog catalog, String name, Span span) {
        Set<String> names = scope.names();
        names.addAll(catalog.tableNames());
        return UNKNOWN_TABLE
                .at(span, name)
                .withHint(Suggestion.hint(name, "tables here", names))
                .toException();
    }

    @Override
    public Relation scan(CatalogTable table, Span span) {
        RowSecurity security = new RowSecurity(session);
        return security.applied(table.name(), table.policy(), span)
                .map(policy -> security.rows(table, policy, span))
                .orElseGet(() -> scanWhole(table));
    }

    private Relation scanWhole(CatalogTable table) {
        Map<HiddenColumn, Field> hidden = new EnumMap<>(HiddenColumn.class);
        for (HiddenColumn column : HiddenColumn.values()) {
            boolean isThere =
                    switch (column) {
                        case ROW -> table.isNumbered();
                        case CURSOR -> table.isTimed();
                        case EXTENT, TAGS, INGESTED -> true;
                    };
            if (isThere) {
                hidden.put(column, session.field(column.sqlName(), column.type()));
            }
        }
        Header visible = session.header(table.schema().columns());
        return new Relation.Scan(table, new Header(visible.fields(), hidden, List.of(), false, List.of()));
    }

    @Override
    public Relation call(Expression.Call call) {
        String name = call.function().text();
        Optional<Symbol> symbol = scope.find(name);
        if (symbol.isPresent() && symbol.get() instanceof Symbol.Function function) {
            return function(function, call);
        }
        return switch (name) {
            case "materialize" -> new Relation.Materialize(bind(onlyArgument(call)));
            case "view", "totable" -> bind(onlyArgument(call));
            case "table" -> bind(new Expression.Name(call.span(), places().text(onlyArgument(call))));
            case "materialized_view" -> function(new ViewCall(call, session, scope).part(), call.span());
            case "stored_query_result" -> result(onlyArgument(call));
            case ExternalTableBinder.FUNCTION -> externalTable(call, List.of());
            default -> stored(session.catalog(), call);
        };
    }

    private Relation externalTable(Expression.Call call, List<Operator> conditions) {
        return new ExternalTableBinder(session, scope).bind(call, conditions);
    }

    private Relation result(Expression argument) {
        String name = places().text(argument);
        return session.catalog()
                .result(name, session.context().user())
                .filter(result -> result.expiresOn() > session.context().nowTicks())
                .map(result -> scan(result.table(), argument.span()))
                .orElseThrow(() -> UNKNOWN_RESULT.at(argument.span(), name).toException());
    }

    private Relation function(Symbol.Function function, Span span) {
        return function(function, new Expression.Call(span, new Expression.Name(span, function.name()), List.of()));
    }

    private Relation stored(Catalog home, Expression.Call call) {
        String name = call.function().text();
        Symbol stored = StoredFunctions.find(session, home, name, call.span())
                .orElseThrow(
                        () -> UNKNOWN_FUNCTION.at(call.function().span(), name).toException());
        return function((Symbol.Function) stored, call);
    }

    private Expression onlyArgument(Expression.Call call) {
        return places().onlyArgument(call);
    }

    private Places places() {
        return new Places(session, scope);
    }

    @Override
    public Relation member(Expression.Member member) {
        Catalog catalog = places().catalog(member.target());
        return table(catalog, member.member().text(), member.member().span());
    }

    @Override
    public Relation memberCall(Expression.MemberCall member) {
        Catalog catalog = places().catalog(member.target());
        Expression.Call call = member.call();
        if (call.function().text().equals("table")) {
            return table(catalog, places().text(onlyArgument(call)), call.span());
        }
        return stored(catalog, call);
    }

    @Override
    public Relation datatable(Expression.Datatable datatable) {
        return new ValuesBinder(session, scope).datatable(datatable);
    }

    @Override
    public Relation externaldata(Expression.Externaldata externaldata) {
        return new ExternalDataBinder(session, scope).bind(externaldata);
    }

    @Override
    public Relation literal(Expression.Literal literal) {
        return scalar(literal);
    }

    @Override
    public Relation wildcard(Expression.Wildcard wildcard) {
        throw EXPECTED_TABLE.at(wildcard.span(), wildcard.pattern()).toException();
    }

    @Override
    public Relation index(Expression.Index index) {
        return scalar(index);
    }

    @Override
    public Relation unary(Expression.Unary unary) {
        return scalar(unary);
    }

    @Override
    public Relation binary(Expression.Binary binary) {
        return scalar(binary);
    }

    @Override
    public Relation in(Expression.In in) {
        return scalar(in);
    }

    @Override
    public Relation between(Expression.Between between) {
        return scalar(between);
    }

    @Override
    public Relation typeOf(Expression.TypeOf typeOf) {
        return scalar(typeOf);
    }

    @Override
    public Relation schemaOf(Expression.SchemaOf schema) {
        return scalar(schema);
    }

    private Relation scalar(Expression expression) {
        throw EXPECTED_TABLE.at(expression.span(), "the expression").toException();
    }
}
