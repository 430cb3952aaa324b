package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Distributions;
import io.adxflow.kql.value.NumberText;
import io.adxflow.kql.value.SpecialMath;
import java.util.List;

/** Mathematics. Outside of its domain a function gives NaN, and a logarithm null, never an error. */
final class MathFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar("abs(value: long): long", "abs({0})", "Without its sign").named(),
            scalar("abs(value: real): real", "abs({0})", "Without its sign").named(),
            scalar("abs(value: decimal): decimal", "abs({0})", "Without its sign")
                    .named(),
            scalar("abs(value: timespan): timespan", "abs({0})", "Without its sign")
                    .named(),
            scalar(
                            "round(value: long, [precision: long = 0]): long",
                            "round({0}, greatest(least({1}, 400), -400)::INTEGER)::BIGINT",
                            "To so many digits; halves away from zero")
                    .named(),
            scalar(
                            "round(value: real, [precision: long = 0]): real",
                            "round({0}, greatest(least({1}, 400), -400)::INTEGER)",
                            "To so many digits; halves away from zero")
                    .named(),
            scalar(
                            "round(value: decimal, [precision: long = 0]): decimal",
                            "kql_round({0}, {1})",
                            "To so many digits; halves away from zero")
                    .named(),
            scalar("ceiling(value: real): real", "ceil({0})", "Up to a whole number")
                    .named(),
            scalar("ceiling(value: decimal): decimal", "ceil({0})::DECIMAL(38,18)", "Up to a whole number")
                    .named(),
            scalar(
                    "sign(value: real): real",
                    "(CASE WHEN isnan({0}) THEN {0} ELSE sign({0})::DOUBLE END)",
                    "-1, 0 or 1"),
            scalar(
                            "sqrt(value: real): real",
                            "(CASE WHEN {0} < 0 THEN 'nan'::DOUBLE ELSE sqrt({0}) END)",
                            "The square root")
                    .named(),
            scalar("pow(base: real, exponent: real): real", "pow({0}, {1})", "The power")
                    .named(),
            scalar("exp(value: real): real", "exp({0})", "e to the power"),
            scalar("exp2(value: real): real", "pow(2.0::DOUBLE, {0})", "2 to the power"),
            scalar("exp10(value: real): real", "pow(10.0::DOUBLE, {0})", "10 to the power"),
            scalar("log(value: real): real", "kql_log({0})", "The natural logarithm")
                    .named(),
            scalar("log2(value: real): real", "(kql_log({0}) / ln(2.0::DOUBLE))", "The logarithm to base 2"),
            scalar("log10(value: real): real", "kql_log10({0})", "The logarithm to base 10"),
            scalar("loggamma(value: real): real", "kql_loggamma({0})", "The logarithm of the absolute value of gamma"),
            scalar("gamma(value: real): real", "kql_gamma({0})", "The gamma function"),
            scalar("erf(value: real): real", "kql_erf({0})", "The error function"),
            scalar("erfc(value: real): real", "(1 - kql_erf({0}))", "One less the error function"),
            scalar(
                    "beta_cdf(value: real, alpha: real, beta: real): real",
                    "kql_beta_cdf({0}, {1}, {2})",
                    "The beta distribution"),
            scalar(
                    "beta_pdf(value: real, alpha: real, beta: real): real",
                    "kql_beta_pdf({0}, {1}, {2})",
                    "The density of the beta distribution"),
            scalar(
                    "beta_inv(probability: real, alpha: real, beta: real): real",
                    "kql_beta_inv({0}, {1}, {2})",
                    "The value that the beta distribution has a probability for; null when that is none"),
            scalar(
                    "welch_test(mean1: real, variance1: real, count1: real, mean2: real, variance2: real, count2: real):"
                            + " real",
                    "kql_welch_test({0}, {1}, {2}, {3}, {4}, {5})",
                    "The p-value of Welch's test of two means"),
            scalar("pi(): real", "pi()", "The ratio of a circle's circumference to its diameter"),
            scalar("sin(value: real): real", "kql_sin({0})", "Sine of an angle in radians"),
            scalar("cos(value: real): real", "kql_cos({0})", "Cosine of an angle in radians"),
            scalar("tan(value: real): real", "kql_tan({0})", "Tangent of an angle in radians"),
            scalar("cot(value: real): real", "(1 / kql_tan({0}))", "Cotangent of an angle in radians"),
            scalar("asin(value: real): real", "kql_asin({0})", "Angle of a sine, in radians"),
            scalar("acos(value: real): real", "kql_acos({0})", "Angle of a cosine, in radians"),
            scalar("atan(value: real): real", "atan({0})", "Angle of a tangent, in radians"),
            scalar("atan2(y: real, x: real): real", "atan2({0}, {1})", "Angle of a point, in radians"),
            scalar("degrees(radians: real): real", "degrees({0})", "An angle in degrees"),
            scalar("radians(degrees: real): real", "radians({0})", "An angle in radians"),
            scalar("isnan(value: real): bool", "isnan({0})", "Whether it is not a number"),
            scalar("isinf(value: real): bool", "isinf({0})", "Whether it is infinite"),
            scalar("isfinite(value: real): bool", "isfinite({0})", "Whether it is a number and not infinite"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_round(decimal, long): decimal", NumberText::round),
            java("kql_log(real): real", (Double value) -> value < 0 ? null : (Double) Math.log(value)),
            java("kql_log10(real): real", (Double value) -> value < 0 ? null : (Double) Math.log10(value)),
            java("kql_sin(real): real", (Double value) -> Math.sin(value)),
            java("kql_cos(real): real", (Double value) -> Math.cos(value)),
            java("kql_tan(real): real", (Double value) -> Math.tan(value)),
            java("kql_asin(real): real", (Double value) -> Math.asin(value)),
            java("kql_acos(real): real", (Double value) -> Math.acos(value)),
            java("kql_gamma(real): real", SpecialMath::gamma),
            java("kql_loggamma(real): real", SpecialMath::logGamma),
            java("kql_erf(real): real", SpecialMath::erf),
            java("kql_beta_cdf(real, real, real): real", SpecialMath::betaCdf),
            java("kql_beta_pdf(real, real, real): real", Distributions::betaDensity),
            java("kql_beta_inv(real, real, real): real", Distributions::betaInverse),
            JavaFunction.all("kql_welch_test(real, real, real, real, real, real): real", Distributions::welchTest));

    private MathFunctions() {}
}
