package io.adxflow.emulator.command.language;

import io.adxflow.kql.language.Schema;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The answer of a control command: one table.
 *
 * @param rows values as {@link io.adxflow.emulator.store.Rows#value} gives them
 * @param isQueried whether a query made it of a command's answer; such answers travel in the shape of a v1 query answer
 */
public record CommandResult(Schema schema, List<List<Object>> rows, boolean isQueried) {
    public CommandResult {
        rows = List.copyOf(rows);
    }

    public static CommandResult of(Schema schema, List<List<Object>> rows) {
        return new CommandResult(schema, rows, false);
    }

    /** A row; unlike {@link List#of} it may hold nulls. */
    public static List<Object> row(Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
