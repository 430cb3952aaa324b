package io.adxflow.emulator.protocol;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a query answers, before it is written.
 *
 * @param cursor of the database, for queries that compare with one
 * @param errors says how a failure that comes while rows are read is told
 */
public record Answer(
        List<AnswerTable> tables,
        AnswerOptions options,
        RequestInfo request,
        Optional<String> cursor,
        Function<RuntimeException, ErrorBody> errors,
        Clock clock) {
    public Answer {
        tables = List.copyOf(tables);
    }
}
