package io.adxflow.kql.function;

import static io.adxflow.kql.function.JavaFunction.java;
import static io.adxflow.kql.function.KqlFunction.scalar;

import io.adxflow.kql.value.Temperatures;
import io.adxflow.kql.value.Units;
import java.util.List;
import java.util.stream.Stream;

/** Conversions between units of measure, named as in {@code 'CentimeterPerHour'}. An unknown unit gives null. */
final class UnitFunctions {
    static final List<KqlFunction> ALL = Stream.of(
                    "angle", "energy", "force", "length", "mass", "speed", "temperature", "volume")
            .map(UnitFunctions::conversion)
            .toList();

    static final List<JavaFunction> JAVA = List.of(
            java("kql_convert(string, real, string, string): real", Units::convert),
            java("kql_convert_temperature(real, string, string): real", Temperatures::convert));

    private UnitFunctions() {}

    private static KqlFunction conversion(String kind) {
        String sql = kind.equals("temperature")
                ? "kql_convert_temperature({0}, {1}, {2})"
                : "kql_convert('" + kind + "', {0}, {1}, {2})";
        return scalar(
                "convert_" + kind + "(value: real, from: string, to: string): real",
                sql,
                "In another unit of " + kind + "; null when a unit is not known");
    }
}
