package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.XxHash64;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Hashes with the values that Kusto gives. Whole numbers, datetimes and timespans are hashed as eight bytes, the rest as
 * text.
 */
final class HashFunctions {
    private static final List<String> AS_BYTES = List.of("long", "datetime", "timespan");

    static final List<KqlFunction> ALL = all();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_hash_text(string): long", (String text) -> XxHash64.of(text.getBytes(StandardCharsets.UTF_8))),
            java("kql_hash_long(long): long", HashFunctions::ofLong),
            java(
                    "kql_floor_mod(long, long): long",
                    (Long hash, Long modulus) -> modulus <= 0 ? null : (Long) Math.floorMod(hash, modulus)));

    private HashFunctions() {}

    private static List<KqlFunction> all() {
        List<KqlFunction> all = new ArrayList<>(List.of(
                scalar("hash_md5(value: text): string", "md5({0})", "MD5 of the text, in base 16"),
                scalar("hash_sha1(value: text): string", "sha1({0})", "SHA-1 of the text, in base 16"),
                scalar("hash_sha256(value: text): string", "sha256({0})", "SHA-256 of the text, in base 16")));
        for (String name : List.of("hash", "hash_xxhash64")) {
            AS_BYTES.forEach(type -> add(all, name, type, "kql_hash_long({0})"));
            add(all, name, "text", "kql_hash_text({0})");
        }
        return List.copyOf(all);
    }

    private static void add(List<KqlFunction> all, String name, String type, String sql) {
        all.add(scalar(name + "(value: " + type + "): long", sql, "xxHash64 of the value"));
        all.add(scalar(
                name + "(value: " + type + ", modulus: long): long",
                "kql_floor_mod(" + sql + ", {1})",
                "xxHash64 of the value, below a modulus"));
    }

    private static long ofLong(long value) {
        return XxHash64.of(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array());
    }
}
