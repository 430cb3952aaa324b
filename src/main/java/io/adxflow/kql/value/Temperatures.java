package io.adxflow.kql.value;

import java.util.Map;

/** Scales of temperature, each with its zero in Kelvin and the Kelvins of one degree. */
public final class Temperatures {
    private record Scale(double zero, double degree) {
        double toKelvin(double value) {
            return zero + value * degree;
        }

        double ofKelvin(double kelvin) {
            return (kelvin - zero) / degree;
        }
    }

    private static final Map<String, Scale> SCALES = Map.of(
            "Kelvin", new Scale(0, 1),
            "DegreeCelsius", new Scale(273.15, 1),
            "MillidegreeCelsius", new Scale(273.15, 1e-3),
            "DegreeFahrenheit", new Scale(459.67 * 5 / 9, 5.0 / 9),
            "DegreeRankine", new Scale(0, 5.0 / 9),
            "DegreeDelisle", new Scale(373.15, -2.0 / 3),
            "DegreeNewton", new Scale(273.15, 100.0 / 33),
            "DegreeReaumur", new Scale(273.15, 1.25),
            "DegreeRoemer", new Scale(273.15 - 7.5 * 40 / 21, 40.0 / 21),
            "SolarTemperature", new Scale(0, 5778));

    private Temperatures() {}

    /** Null when a scale is not known. */
    public static Double convert(double value, String from, String to) {
        Scale given = SCALES.get(from);
        Scale wanted = SCALES.get(to);
        if (given == null || wanted == null) {
            return null;
        }
        return given == wanted ? (Double) value : (Double) wanted.ofKelvin(given.toKelvin(value));
    }
}
