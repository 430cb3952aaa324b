package io.adxflow.kql.value;

import static java.util.Map.entry;

import java.util.Map;

/**
 * Units of measure: how much each is of the unit of its kind that SI has. Definitions that changed over time are those of
 * the tables that Kusto uses.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/convert-length-function">convert_length()</a>
 */
public final class Units {
    private static final String TILT = "Tilt";

    private static final Map<String, Double> ANGLE = Map.ofEntries(
            entry("Radian", 1.0),
            entry("Degree", Math.PI / 180),
            entry("Arcminute", Math.PI / 180 / 60),
            entry("Arcsecond", Math.PI / 180 / 3600),
            entry("Centiradian", 1e-2),
            entry("Deciradian", 1e-1),
            entry("Gradian", Math.PI / 200),
            entry("Microdegree", Math.PI / 180 * 1e-6),
            entry("Microradian", 1e-6),
            entry("Millidegree", Math.PI / 180 * 1e-3),
            entry("Milliradian", 1e-3),
            entry("Nanodegree", Math.PI / 180 * 1e-9),
            entry("Nanoradian", 1e-9),
            entry("NatoMil", Math.PI / 3200),
            entry("Revolution", 2 * Math.PI));

    private static final Map<String, Double> ENERGY = Map.ofEntries(
            entry("Joule", 1.0),
            entry("BritishThermalUnit", 1055.05585262),
            entry("KilobritishThermalUnit", 1055.05585262e3),
            entry("MegabritishThermalUnit", 1055.05585262e6),
            entry("GigabritishThermalUnit", 1055.05585262e9),
            entry("Calorie", 4.184),
            entry("Kilocalorie", 4184.0),
            entry("Megacalorie", 4.184e6),
            entry("DecathermEc", 1.05505585262e9),
            entry("DecathermImperial", 1.05505585257348e9),
            entry("DecathermUs", 1.054804e9),
            entry("ThermEc", 1.05505585262e8),
            entry("ThermImperial", 1.05505585257348e8),
            entry("ThermUs", 1.054804e8),
            entry("ElectronVolt", 1.602176565e-19),
            entry("KiloelectronVolt", 1.602176565e-16),
            entry("MegaelectronVolt", 1.602176565e-13),
            entry("GigaelectronVolt", 1.602176565e-10),
            entry("TeraelectronVolt", 1.602176565e-7),
            entry("Erg", 1e-7),
            entry("FootPound", 1.355817948),
            entry("HorsepowerHour", 2.6845195377e6),
            entry("Millijoule", 1e-3),
            entry("Kilojoule", 1e3),
            entry("Megajoule", 1e6),
            entry("Gigajoule", 1e9),
            entry("Terajoule", 1e12),
            entry("WattHour", 3600.0),
            entry("KilowattHour", 3.6e6),
            entry("MegawattHour", 3.6e9),
            entry("GigawattHour", 3.6e12),
            entry("TerawattHour", 3.6e15),
            entry("WattDay", 86400.0),
            entry("KilowattDay", 8.64e7),
            entry("MegawattDay", 8.64e10),
            entry("GigawattDay", 8.64e13),
            entry("TerawattDay", 8.64e16));

    private static final Map<String, Double> FORCE = Map.ofEntries(
            entry("Newton", 1.0),
            entry("Micronewton", 1e-6),
            entry("Millinewton", 1e-3),
            entry("Decanewton", 10.0),
            entry("Kilonewton", 1e3),
            entry("Meganewton", 1e6),
            entry("Dyn", 1e-5),
            entry("KilogramForce", 9.80665),
            entry("KiloPond", 9.80665),
            entry("PoundForce", 4.4482216152605),
            entry("KilopoundForce", 4448.2216152605),
            entry("OunceForce", 4.4482216152605 / 16),
            entry("Poundal", 0.138254954376),
            entry("ShortTonForce", 8896.443230521),
            entry("TonneForce", 9806.65));

    private static final Map<String, Double> LENGTH = Map.ofEntries(
            entry("Angstrom", 1e-10),
            entry("Meter", 1.0),
            entry("Nanometer", 1e-9),
            entry("Micrometer", 1e-6),
            entry("Millimeter", 1e-3),
            entry("Centimeter", 1e-2),
            entry("Decimeter", 1e-1),
            entry("Decameter", 10.0),
            entry("Hectometer", 100.0),
            entry("Kilometer", 1e3),
            entry("Inch", 0.0254),
            entry("Microinch", 2.54e-8),
            entry("Mil", 2.54e-5),
            entry("Hand", 0.1016),
            entry("Foot", 0.3048),
            entry("UsSurveyFoot", 1200.0 / 3937),
            entry("Yard", 0.9144),
            entry("Fathom", 1.8288),
            entry("Shackle", 27.432),
            entry("Chain", 20.1168),
            entry("Mile", 1609.344),
            entry("NauticalMile", 1852.0),
            entry("DataMile", 1828.8),
            entry("DtpPica", 0.0254 / 6),
            entry("DtpPoint", 0.0254 / 72),
            entry("PrinterPica", 1 / 237.106301584),
            entry("PrinterPoint", 0.0254 / 72.27),
            entry("Twip", 1 / 56692.913385826),
            entry("AstronomicalUnit", 1.4959787070e11),
            entry("LightYear", 9.46073047258e15),
            entry("KilolightYear", 9.46073047258e18),
            entry("MegalightYear", 9.46073047258e21),
            entry("Parsec", 3.08567758128e16),
            entry("Kiloparsec", 3.08567758128e19),
            entry("Megaparsec", 3.08567758128e22),
            entry("SolarRadius", 6.95510000e8));

    private static final Map<String, Double> MASS = Map.ofEntries(
            entry("Gram", 1e-3),
            entry("Nanogram", 1e-12),
            entry("Microgram", 1e-9),
            entry("Milligram", 1e-6),
            entry("Centigram", 1e-5),
            entry("Decigram", 1e-4),
            entry("Decagram", 1e-2),
            entry("Hectogram", 0.1),
            entry("Kilogram", 1.0),
            entry("Tonne", 1e3),
            entry("Kilotonne", 1e6),
            entry("Megatonne", 1e9),
            entry("Grain", 6.479891e-5),
            entry("Ounce", 0.028349523125),
            entry("Pound", 0.45359237),
            entry("Kilopound", 453.59237),
            entry("Megapound", 453592.37),
            entry("Stone", 6.35029318),
            entry("ShortHundredweight", 45.359237),
            entry("LongHundredweight", 50.80234544),
            entry("ShortTon", 907.18474),
            entry("LongTon", 1016.0469088),
            entry("Slug", 14.59390294),
            entry("EarthMass", 5.9722e24),
            entry("SolarMass", 1.98947e30));

    private static final Map<String, Double> SPEED = Map.ofEntries(
            entry("NanometerPerSecond", 1e-9),
            entry("NanometerPerMinute", 1e-9 / 60),
            entry("NanometerPerHour", 1e-9 / 3600),
            entry("MicrometerPerSecond", 1e-6),
            entry("MicrometerPerMinute", 1e-6 / 60),
            entry("MicrometerPerHour", 1e-6 / 3600),
            entry("MillimeterPerSecond", 1e-3),
            entry("MillimeterPerMinute", 1e-3 / 60),
            entry("MillimeterPerHour", 1e-3 / 3600),
            entry("CentimeterPerSecond", 1e-2),
            entry("CentimeterPerMinute", 1e-2 / 60),
            entry("CentimeterPerHour", 1e-2 / 3600),
            entry("DecimeterPerSecond", 1e-1),
            entry("DecimeterPerMinute", 1e-1 / 60),
            entry("DecimeterPerHour", 1e-1 / 3600),
            entry("MeterPerSecond", 1.0),
            entry("MeterPerMinute", 1.0 / 60),
            entry("MeterPerHour", 1.0 / 3600),
            entry("KilometerPerSecond", 1e3),
            entry("KilometerPerMinute", 1e3 / 60),
            entry("KilometerPerHour", 1e3 / 3600),
            entry("FootPerSecond", 0.3048),
            entry("FootPerMinute", 0.3048 / 60),
            entry("FootPerHour", 0.3048 / 3600),
            entry("InchPerSecond", 0.0254),
            entry("InchPerMinute", 0.0254 / 60),
            entry("InchPerHour", 0.0254 / 3600),
            entry("YardPerSecond", 0.9144),
            entry("YardPerMinute", 0.9144 / 60),
            entry("YardPerHour", 0.9144 / 3600),
            entry("UsSurveyFootPerSecond", 1200.0 / 3937),
            entry("UsSurveyFootPerMinute", 1200.0 / 3937 / 60),
            entry("UsSurveyFootPerHour", 1200.0 / 3937 / 3600),
            entry("MilePerHour", 0.44704),
            entry("Knot", 1852.0 / 3600));

    private static final Map<String, Double> VOLUME = Map.ofEntries(
            entry("DeciusGallon", 0.003785411784 / 10),
            entry("DecausGallon", 0.003785411784 * 10),
            entry("HectousGallon", 0.003785411784 * 100),
            entry("CubicMeter", 1.0),
            entry("CubicMicrometer", 1e-18),
            entry("CubicMillimeter", 1e-9),
            entry("CubicCentimeter", 1e-6),
            entry("CubicDecimeter", 1e-3),
            entry("HectocubicMeter", 100.0),
            entry("KilocubicMeter", 1e3),
            entry("CubicHectometer", 1e6),
            entry("CubicKilometer", 1e9),
            entry("Microliter", 1e-9),
            entry("Milliliter", 1e-6),
            entry("Centiliter", 1e-5),
            entry("Deciliter", 1e-4),
            entry("Liter", 1e-3),
            entry("Decaliter", 1e-2),
            entry("Hectoliter", 0.1),
            entry("Kiloliter", 1.0),
            entry("Megaliter", 1e3),
            entry("CubicInch", 1.6387064e-5),
            entry("CubicFoot", 0.028316846592),
            entry("HectocubicFoot", 2.8316846592),
            entry("KilocubicFoot", 28.316846592),
            entry("MegacubicFoot", 28316.846592),
            entry("CubicYard", 0.764554857984),
            entry("CubicMile", 4.16818182544058e9),
            entry("AcreFoot", 1 / 0.000810714),
            entry("BoardFoot", 2.3597372158e-3),
            entry("ImperialGallon", 0.00454609),
            entry("KiloimperialGallon", 4.54609),
            entry("MegaimperialGallon", 4546.09),
            entry("ImperialOunce", 2.84130625e-5),
            entry("ImperialPint", 5.6826125e-4),
            entry("ImperialBeerBarrel", 0.16365924),
            entry("UsGallon", 0.003785411784),
            entry("KilousGallon", 3.785411784),
            entry("MegausGallon", 3785.411784),
            entry("UsOunce", 2.95735295625e-5),
            entry("UsPint", 4.73176473e-4),
            entry("UsQuart", 9.46352946e-4),
            entry("UsCustomaryCup", 2.365882365e-4),
            entry("UsLegalCup", 2.4e-4),
            entry("UsTablespoon", 1.478676478125e-5),
            entry("UsTeaspoon", 4.92892159375e-6),
            entry("UsBeerBarrel", 0.117347765304),
            entry("OilBarrel", 0.158987294928),
            entry("MetricCup", 2.5e-4),
            entry("MetricTeaspoon", 5e-6),
            entry("AuTablespoon", 2e-5),
            entry("UkTablespoon", 1.5e-5));

    private static final Map<String, Map<String, Double>> KINDS = Map.of(
            "angle", ANGLE, "energy", ENERGY, "force", FORCE, "length", LENGTH, "mass", MASS, "speed", SPEED, "volume",
            VOLUME);

    private Units() {}

    /** Null when a unit is not known. */
    public static Double convert(String kind, double value, String from, String to) {
        Map<String, Double> units = KINDS.get(kind);
        Double given = units.get(from);
        Double wanted = units.get(to);
        if (kind.equals("angle") && (from.equals(TILT) || to.equals(TILT))) {
            return tilted(value, from, given, to, wanted);
        }
        return given == null || wanted == null ? null : (Double) (value * given / wanted);
    }

    /** A tilt is the sine of an angle. */
    private static Double tilted(double value, String from, Double given, String to, Double wanted) {
        boolean isKnown = (given != null || from.equals(TILT)) && (wanted != null || to.equals(TILT));
        if (!isKnown) {
            return null;
        }
        double radians = from.equals(TILT) ? Math.asin(value) : value * given;
        return to.equals(TILT) ? Math.sin(radians) : radians / wanted;
    }
}
