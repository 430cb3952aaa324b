package io.adxflow.kql.function;

import java.util.List;
import java.util.stream.Stream;

/** Every Java function that the rows call. An engine registers all of them before it runs the first query. */
public final class JavaFunctions {
    public static final List<JavaFunction> ALL =
            Stream.<List<JavaFunction>>of().flatMap(List::stream).toList();

    private JavaFunctions() {}
}
