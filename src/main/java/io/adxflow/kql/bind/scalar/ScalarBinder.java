package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_SCALAR;
import static io.adxflow.kql.language.KqlProblem.EXPECTED_TYPE;
import static io.adxflow.kql.language.KqlProblem.NO_OVERLOAD;
import static io.adxflow.kql.language.KqlProblem.UNKNOWN_COLUMN;
import static io.adxflow.kql.language.KqlProblem.UNSUPPORTED_EXPRESSION;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.base.diagnostic.Suggestion;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.bind.scope.Problems;
import io.adxflow.kql.bind.scope.Scope;
import io.adxflow.kql.bind.scope.Session;
import io.adxflow.kql.bind.scope.Symbol;
import io.adxflow.kql.function.FunctionRegistry;
import io.adxflow.kql.function.KqlFunction;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Header;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.BinaryOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.UnaryOperator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns an expression over the columns of one row set into a scalar. */
public final class ScalarBinder implements Expression.Visitor<Scalar> {
    private final Session session;
    private final Scope scope;
    private final Header rows;
    private final ExtraCalls extra;

    public ScalarBinder(Session session, Scope scope, Header rows, ExtraCalls extra) {
        this.session = session;
        this.scope = scope;
        this.rows = rows;
        this.extra = extra;
    }

    /** For expressions without columns. */
    public static ScalarBinder constants(Session session, Scope scope) {
        return new ScalarBinder(session, scope, Header.of(List.of()), ExtraCalls.NONE);
    }

    Session session() {
        return session;
    }

    Scope scope() {
        return scope;
    }

    Header rows() {
        return rows;
    }

    ExtraCalls extra() {
        return extra;
    }

    /** The same row, without aggregates or window functions. */
    ScalarBinder plain() {
        return new ScalarBinder(session, scope, rows, ExtraCalls.NONE);
    }

    public Scalar bind(Expression expression) {
        return expression.accept(this);
    }

    public List<Scalar> bindAll(List<? extends Expression> expressions) {
        return Problems.all(expressions, this::bind);
    }

    /** The expression, converted to a type when KQL does that by itself. */
    public Scalar bindAs(KqlType type, Expression expression) {
        Scalar scalar = type == KqlType.INT ? Conversion.narrowed(bind(expression)) : bind(expression);
        if (Conversion.distance(scalar.type(), type).isEmpty()) {
            throw EXPECTED_TYPE.at(expression.span(), type, scalar.type()).toException();
        }
        return Conversion.to(type, scalar);
    }

    /** A call of a built-in function or operator. */
    public Scalar call(String function, Span span, List<Scalar> arguments, List<Span> spans) {
        Overloads.Call<KqlFunction> call = Overloads.resolve(
                function, span, FunctionRegistry.scalar(function), KqlFunction::signature, arguments, spans);
        ConstantTexts.check(function, call.arguments(), spans);
        return Scalar.Apply.of(call.function(), call.arguments());
    }

    @Override
    public Scalar literal(Expression.Literal literal) {
        if (literal.value().orElse(null) instanceof BigDecimal number && number.precision() - number.scale() > 20) {
            throw UNSUPPORTED_EXPRESSION
                    .at(literal.span(), "a decimal of more than 20 digits before the point")
                    .toException();
        }
        return literal.value()
                .map(value -> Scalar.Constant.of(literal.type(), value))
                .orElseGet(() -> Scalar.Constant.nullOf(literal.type()));
    }

    @Override
    public Scalar name(Expression.Name name) {
        Optional<Field> field = rows.field(name.text());
        if (field.isPresent()) {
            if (session.isBroken(field.get())) {
                throw Problems.silent();
            }
            return field.get().reference();
        }
        Symbol symbol = scope.find(name.text()).orElseThrow(() -> unknown(name));
        if (symbol instanceof Symbol.Value value) {
            return value.scalar();
        }
        if (symbol instanceof Symbol.Broken) {
            throw Problems.silent();
        }
        if (symbol instanceof Symbol.Function function) {
            return new FunctionInliner(this).scalar(function, new Expression.Call(name.span(), name, List.of()));
        }
        if (symbol instanceof Symbol.OuterRow) {
            throw UNSUPPORTED_EXPRESSION
                    .at(
                            name.span(),
                            "'" + name.text() + "', which changes from row to row, in a subquery that is computed once")
                    .withHint("join the tables")
                    .toException();
        }
        throw EXPECTED_SCALAR.at(name.span(), name.text()).toException();
    }

    private UserException unknown(Expression.Name name) {
        if (session.catalog().table(name.text()).isPresent()) {
            return EXPECTED_SCALAR.at(name.span(), name.text()).toException();
        }
        List<String> candidates = new ArrayList<>(rows.names());
        candidates.addAll(scope.names());
        return UNKNOWN_COLUMN
                .at(name.span(), name.text())
                .withHint(Suggestion.hint(name.text(), "columns here", candidates))
                .toException();
    }

    @Override
    public Scalar wildcard(Expression.Wildcard wildcard) {
        throw UNSUPPORTED_EXPRESSION.at(wildcard.span(), "'*' as a value").toException();
    }

    @Override
    public Scalar call(Expression.Call call) {
        return new CallBinder(this).bind(call);
    }

    @Override
    public Scalar member(Expression.Member member) {
        return new PathBinder(this).member(member);
    }

    @Override
    public Scalar memberCall(Expression.MemberCall call) {
        throw EXPECTED_SCALAR.at(call.span(), call.call().function().text()).toException();
    }

    @Override
    public Scalar index(Expression.Index index) {
        return new PathBinder(this).index(index);
    }

    @Override
    public Scalar unary(Expression.Unary unary) {
        Scalar operand = bind(unary.operand());
        if (operand instanceof Scalar.Constant constant && unary.operator() == UnaryOperator.MINUS) {
            Optional<Scalar> negated = Negation.of(constant);
            if (negated.isPresent()) {
                return negated.get();
            }
        }
        return call(
                unary.operator().symbol(),
                unary.span(),
                List.of(operand),
                List.of(unary.operand().span()));
    }

    @Override
    public Scalar binary(Expression.Binary binary) {
        if (binary.left() instanceof Expression.Wildcard) {
            return new AnyColumnBinder(this).bind(binary);
        }
        if (binary.operator() == BinaryOperator.TERM) {
            throw UNSUPPORTED_EXPRESSION
                    .at(binary.span(), "':' outside of search and find")
                    .withHint("write 'has'")
                    .toException();
        }
        List<Scalar> operands = bindAll(List.of(binary.left(), binary.right()));
        boolean isEquality = binary.operator() == BinaryOperator.EQUAL || binary.operator() == BinaryOperator.NOT_EQUAL;
        if (isEquality && operands.stream().allMatch(operand -> operand.type() == KqlType.DYNAMIC)) {
            throw NO_OVERLOAD
                    .at(binary.span(), binary.operator().symbol(), "dynamic, dynamic")
                    .withHint("of one side at least the type must be known: tostring(…), tolong(…)")
                    .toException();
        }
        return call(
                binary.operator().symbol(),
                binary.span(),
                operands,
                List.of(binary.left().span(), binary.right().span()));
    }

    @Override
    public Scalar in(Expression.In in) {
        return new MembershipBinder(this).bind(in);
    }

    @Override
    public Scalar between(Expression.Between between) {
        List<Expression> parts = List.of(between.value(), between.low(), between.high());
        return call(
                between.operator().symbol(),
                between.span(),
                bindAll(parts),
                parts.stream().map(Expression::span).toList());
    }

    @Override
    public Scalar pipe(Expression.Pipe pipe) {
        throw EXPECTED_SCALAR.at(pipe.span(), "the query").toException();
    }

    @Override
    public Scalar datatable(Expression.Datatable datatable) {
        throw EXPECTED_SCALAR.at(datatable.span(), "datatable").toException();
    }

    @Override
    public Scalar externaldata(Expression.Externaldata externaldata) {
        throw EXPECTED_SCALAR.at(externaldata.span(), "externaldata").toException();
    }

    @Override
    public Scalar typeOf(Expression.TypeOf typeOf) {
        return Scalar.Constant.nullOf(typeOf.type());
    }

    @Override
    public Scalar schemaOf(Expression.SchemaOf schema) {
        throw EXPECTED_SCALAR.at(schema.span(), "typeof").toException();
    }
}
