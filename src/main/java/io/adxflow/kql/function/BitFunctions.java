package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import java.util.List;

/** The 64 bits of a long. */
final class BitFunctions {
    static final List<KqlFunction> ALL = List.of(
            scalar("binary_and(left: long, right: long): long", "({0} & {1})", "The bits that both have")
                    .named(),
            scalar("binary_or(left: long, right: long): long", "({0} | {1})", "The bits that one has")
                    .named(),
            scalar("binary_xor(left: long, right: long): long", "xor({0}, {1})", "The bits that only one has")
                    .named(),
            scalar("binary_not(value: long): long", "(~{0})", "The bits turned round")
                    .named(),
            scalar(
                            "binary_shift_left(value: long, count: long): long",
                            "kql_shift_left({0}, {1})",
                            "Shifted left, by the count modulo 64; null for a negative count")
                    .named(),
            scalar(
                            "binary_shift_right(value: long, count: long): long",
                            "kql_shift_right({0}, {1})",
                            "Shifted right with its sign, by the count modulo 64; null for a negative count")
                    .named(),
            scalar("bitset_count_ones(value: long): long", "bit_count({0})::BIGINT", "Number of bits that are set"),
            scalar(
                    "tohex(value: int, [length: long = 0]): string",
                    "coalesce(kql_hex({0}::BIGINT & 4294967295, {1}), '')",
                    "In base 16, with leading zeros up to a length of at most 16"),
            scalar(
                    "tohex(value: long, [length: long = 0]): string",
                    "coalesce(kql_hex({0}, {1}), '')",
                    "In base 16, with leading zeros up to a length of at most 16"));

    static final List<JavaFunction> JAVA = List.of(
            java("kql_shift_left(long, long): long", (Long value, Long count) -> count < 0 ? null : value << count),
            java("kql_shift_right(long, long): long", (Long value, Long count) -> count < 0 ? null : value >> count),
            java("kql_hex(long, long): string", BitFunctions::hex));

    private BitFunctions() {}

    private static String hex(long value, long length) {
        String digits = Long.toHexString(value);
        return "0".repeat(Math.max(0, (int) Math.max(0, Math.min(16, length)) - digits.length())) + digits;
    }
}
