package io.adxflow.kql.function;

import java.util.List;
import java.util.stream.Stream;

/** Every Java function that the rows call. An engine registers all of them before it runs the first query. */
public final class JavaFunctions {
    public static final List<JavaFunction> ALL = Stream.of(
                    ArithmeticOperators.JAVA,
                    StringOperators.JAVA,
                    ConditionalFunctions.JAVA,
                    ConversionFunctions.JAVA,
                    StringFunctions.JAVA,
                    DateTimeFunctions.JAVA,
                    TimespanFunctions.JAVA,
                    MathFunctions.JAVA,
                    UnitFunctions.JAVA,
                    DynamicFunctions.JAVA,
                    ArrayFunctions.JAVA,
                    SeriesFunctions.JAVA,
                    SketchFunctions.JAVA,
                    GeoFunctions.JAVA,
                    GeoShapeFunctions.JAVA,
                    ParseFunctions.JAVA,
                    NetworkFunctions.JAVA,
                    HashFunctions.JAVA,
                    BitFunctions.JAVA,
                    OperatorFunctions.JAVA,
                    AggregateFunctions.JAVA,
                    PercentileAggregates.JAVA,
                    WindowFunctions.JAVA)
            .flatMap(List::stream)
            .toList();

    private JavaFunctions() {}
}
