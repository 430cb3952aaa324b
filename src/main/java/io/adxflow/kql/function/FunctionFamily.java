package io.adxflow.kql.function;

import java.util.List;

/** Functions that belong together, one section of the reference. */
record FunctionFamily(String title, List<KqlFunction> functions) {
    private static final String INTERNAL = "What operators compute";

    static final List<FunctionFamily> ALL = List.of(
            new FunctionFamily("Logic", LogicOperators.ALL),
            new FunctionFamily("Comparison", ComparisonOperators.ALL),
            new FunctionFamily("Arithmetic", ArithmeticOperators.ALL),
            new FunctionFamily("Operators on dynamic values", DynamicOperators.ALL),
            new FunctionFamily("Search in text", StringOperators.ALL),
            new FunctionFamily("Choices and missing values", ConditionalFunctions.ALL),
            new FunctionFamily("Conversion", ConversionFunctions.ALL),
            new FunctionFamily("Text", StringFunctions.ALL),
            new FunctionFamily("Date and time", DateTimeFunctions.ALL),
            new FunctionFamily("Timespans", TimespanFunctions.ALL),
            new FunctionFamily("Rounding to a step", BinFunctions.ALL),
            new FunctionFamily("Mathematics", MathFunctions.ALL),
            new FunctionFamily("Units of measure", UnitFunctions.ALL),
            new FunctionFamily("Dynamic values", DynamicFunctions.ALL),
            new FunctionFamily("Arrays", ArrayFunctions.ALL),
            new FunctionFamily("Series", SeriesFunctions.ALL),
            new FunctionFamily("Summaries", SketchFunctions.ALL),
            new FunctionFamily("Places", GeoFunctions.ALL),
            new FunctionFamily("Lines, polygons and cells", GeoShapeFunctions.ALL),
            new FunctionFamily("Text of a known form", ParseFunctions.ALL),
            new FunctionFamily("IP addresses", NetworkFunctions.ALL),
            new FunctionFamily("Hashes", HashFunctions.ALL),
            new FunctionFamily("Bits", BitFunctions.ALL),
            new FunctionFamily(INTERNAL, OperatorFunctions.ALL));

    /** Whether only operators of the plan use the functions. */
    boolean isInternal() {
        return title.equals(INTERNAL);
    }

    /** Whether the functions are operators, written between or before their operands, or of tables. */
    boolean isOperators() {
        return List.of("Logic", "Comparison", "Arithmetic", "Operators on dynamic values", "Search in text", INTERNAL)
                .contains(title);
    }
}
