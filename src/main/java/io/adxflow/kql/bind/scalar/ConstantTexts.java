package io.adxflow.kql.bind.scalar;

import static io.adxflow.kql.language.KqlProblem.BAD_ARGUMENT;

import io.adxflow.base.diagnostic.Span;
import io.adxflow.kql.plan.Scalar;
import io.adxflow.kql.value.ConstantText;
import java.util.List;

/** Looks into the patterns and regular expressions that stand in the query. */
final class ConstantTexts {
    private ConstantTexts() {}

    static void check(String function, List<Scalar> arguments, List<Span> spans) {
        for (ConstantText text : ConstantText.of(function)) {
            if (text.index() < arguments.size()) {
                Scalars.text(arguments.get(text.index()))
                        .flatMap(text.problem())
                        .ifPresent(problem -> {
                            throw BAD_ARGUMENT
                                    .at(spans.get(text.index()), problem)
                                    .toException();
                        });
            }
        }
    }
}
