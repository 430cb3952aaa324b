package io.adxflow.kql.bind;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.plan.Field;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.syntax.BinaryOperator;
import io.adxflow.kql.syntax.Expression;
import io.adxflow.kql.syntax.SearchKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
            return occurs(literal.value().orElse("").toString(), literal.span());
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

    /** Stars at the ends leave the term open there. */
    private Scalar occurs(String term, Span span) {
        boolean isOpenBefore = term.startsWith("*");
        boolean isOpenAfter = term.endsWith("*") && term.length() > 1;
        String text = term.substring(isOpenBefore ? 1 : 0, term.length() - (isOpenAfter ? 1 : 0));
        String operator = isOpenBefore ? isOpenAfter ? "contains" : "hassuffix" : isOpenAfter ? "hasprefix" : "has";
        String cased = kind == SearchKind.CASE_SENSITIVE ? operator + "_cs" : operator;
        Scalar wanted = Scalar.Constant.of(KqlType.STRING, text);
        List<Scalar> anywhere = new ArrayList<>();
        for (Field field : frame.input().header().fields()) {
            if (!field.name().equals("$table")) {
                anywhere.add(call(cased, span, text(field, span), wanted));
            }
        }
        Optional<Scalar> any = anywhere.stream().reduce((a, b) -> call("or", span, a, b));
        return any.orElseGet(() -> Scalar.Constant.of(KqlType.BOOL, false));
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
