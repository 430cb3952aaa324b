package io.adxflow.kql.bind.operator;

import static io.adxflow.kql.language.KqlProblem.EXPECTED_CONSTANT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.bind.scope.References;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.tree.BinaryOperator;
import io.adxflow.kql.syntax.tree.Expression;
import io.adxflow.kql.syntax.tree.SearchKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The predicate of a search: texts stand for their occurrence in any column, everything else is a condition as usual. */
final class SearchTerms {
    private final Frame frame;
    private final SearchKind kind;
    private final Set<Integer> named = new LinkedHashSet<>();

    SearchTerms(Frame frame, SearchKind kind) {
        this.frame = frame;
        this.kind = kind;
    }

    Scalar bind(Expression predicate) {
        if (predicate instanceof Expression.Literal literal && literal.type() == KqlType.STRING) {
            return anywhere(literal);
        }
        if (predicate instanceof Expression.Wildcard) {
            return Scalar.Constant.of(KqlType.BOOL, true);
        }
        if (predicate instanceof Expression.Binary binary && binary.operator() == BinaryOperator.TERM) {
            return inColumn(binary);
        }
        if (predicate instanceof Expression.Binary binary
                && (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR)) {
            return call(binary.operator().symbol(), binary.span(), bind(binary.left()), bind(binary.right()));
        }
        if (predicate instanceof Expression.Call call
                && call.function().text().equals("not")
                && call.arguments().size() == 1) {
            return call("not", call.span(), bind(call.arguments().get(0).value()));
        }
        Scalar condition = RowBinder.predicate(frame.scalars(), predicate);
        if (!(predicate instanceof Expression.Binary binary) || !(binary.left() instanceof Expression.Wildcard)) {
            named.addAll(References.of(condition));
        }
        return condition;
    }

    /** The ids of the columns that conditions name, in the order in which they do. */
    Set<Integer> named() {
        return named;
    }

    private Scalar anywhere(Expression.Literal term) {
        List<Scalar> anywhere = new ArrayList<>();
        for (Field field : frame.input().header().fields()) {
            if (!field.name().equals("$table")) {
                anywhere.add(occurs(text(field, term.span()), term));
            }
        }
        Optional<Scalar> any = anywhere.stream().reduce((a, b) -> call("or", term.span(), a, b));
        return any.orElseGet(() -> Scalar.Constant.of(KqlType.BOOL, false));
    }

    /** {@code column: "term"}. */
    private Scalar inColumn(Expression.Binary binary) {
        if (!(binary.right() instanceof Expression.Literal term)) {
            throw EXPECTED_CONSTANT.at(binary.right().span(), "the term").toException();
        }
        Scalar column = frame.scalars().bind(binary.left());
        named.addAll(References.of(column));
        Scalar text = column.type() == KqlType.STRING ? column : call("tostring", binary.span(), column);
        return occurs(text, term);
    }

    /** Stars at the ends leave the term open there, one inside stands for any text. */
    private Scalar occurs(Scalar text, Expression.Literal literal) {
        String term = literal.value().orElse("").toString();
        boolean isOpenBefore = term.startsWith("*");
        boolean isOpenAfter = term.endsWith("*") && term.length() > 1;
        String inside = term.substring(isOpenBefore ? 1 : 0, term.length() - (isOpenAfter ? 1 : 0));
        boolean isCased = kind == SearchKind.CASE_SENSITIVE;
        if (inside.contains("*")) {
            String regex = Stream.of(inside.split("\\*", -1))
                    .map(ParsePatterns::quoted)
                    .collect(Collectors.joining(
                            ".*", (isCased ? "" : "(?i)") + (isOpenBefore ? "" : "\\b"), isOpenAfter ? "" : "\\b"));
            return call("matches regex", literal.span(), text, Scalar.Constant.of(KqlType.STRING, regex));
        }
        String operator = isOpenBefore ? isOpenAfter ? "contains" : "hassuffix" : isOpenAfter ? "hasprefix" : "has";
        Scalar wanted = Scalar.Constant.of(KqlType.STRING, inside);
        return call(isCased ? operator + "_cs" : operator, literal.span(), text, wanted);
    }

    private Scalar text(Field field, Span span) {
        return field.type() == KqlType.STRING ? field.reference() : call("tostring", span, field.reference());
    }

    private Scalar call(String function, Span span, Scalar... arguments) {
        List<Scalar> all = List.of(arguments);
        return frame.scalars()
                .call(function, span, all, all.stream().map(argument -> span).toList());
    }
}
