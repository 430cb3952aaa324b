package io.adxflow.emulator.protocol;

import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * What a query answers, before it is written.
 *
 * @param errors says how a failure that comes while rows are read is told
 */
public record Answer(
        List<AnswerTable> tables,
        AnswerOptions options,
        RequestInfo request,
        Function<RuntimeException, ErrorBody> errors,
        Clock clock) {
    public Answer {
        tables = List.copyOf(tables);
    }
}
