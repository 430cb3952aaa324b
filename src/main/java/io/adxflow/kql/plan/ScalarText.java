package io.adxflow.kql.plan;

import java.util.stream.Collectors;

/** Expressions of a plan as people read them; fields by their ids. */
final class ScalarText implements Scalar.Visitor<String> {
    static String of(Scalar scalar) {
        return scalar.accept(new ScalarText());
    }

    @Override
    public String column(Scalar.ColumnReference column) {
        return "#" + column.id();
    }

    @Override
    public String constant(Scalar.Constant constant) {
        return constant.type()
                + constant.value().map(value -> "(" + value + ")").orElse("(null)");
    }

    @Override
    public String apply(Scalar.Apply apply) {
        return apply.arguments().stream()
                .map(argument -> argument.accept(this))
                .collect(Collectors.joining(", ", apply.function().name() + "(", ")"));
    }

    @Override
    public String subquery(Scalar.Subquery subquery) {
        return "first value of {\n" + PlanText.of(subquery.relation()).indent(2) + "}";
    }

    @Override
    public String member(Scalar.Member member) {
        return member.value().accept(this) + " in {\n"
                + PlanText.of(member.relation()).indent(2) + "}";
    }
}
