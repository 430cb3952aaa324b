package io.adxflow.emulator.protocol;

import io.adxflow.base.json.JsonWriter;
import io.adxflow.emulator.protocol.CompletionInfo.TableSize;
import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes the rows of an answer until they end, fail or pass a limit. Rows and bytes are counted over all its tables. */
final class RowsWriter {
    private final JsonWriter writer;
    private final ResultLimits limits;
    private final Function<RuntimeException, ErrorBody> errors;
    private long count;
    private long bytes;
    private final List<TableSize> sizes = new ArrayList<>();
    private Optional<ErrorBody> failure = Optional.empty();

    RowsWriter(JsonWriter writer, Answer answer) {
        this.writer = writer;
        this.limits = answer.options().limits();
        this.errors = answer.errors();
    }

    /** How much was sent of each table that ended, in order. */
    List<TableSize> sizes() {
        return List.copyOf(sizes);
    }

    /** Tells that the rows of a table have ended. */
    void endTable() {
        long rows = sizes.stream().mapToLong(TableSize::rows).sum();
        long before = sizes.stream().mapToLong(TableSize::bytes).sum();
        sizes.add(new TableSize(count - rows, bytes - before));
    }

    /** Opens the rows of a table; empty when they cannot be, see {@link #failure}. */
    Optional<Rows> open(AnswerTable table) {
        try {
            return Optional.of(table.rows().get());
        } catch (RuntimeException e) {
            failure = Optional.of(errors.apply(e));
            return Optional.empty();
        }
    }

    /** Writes rows, at most so many, and says whether there may be more. */
    boolean write(Rows rows, long most) throws IOException {
        KqlType[] types = types(rows.schema());
        long before = writer.bytes();
        long begun = bytes;
        for (long row = 0; row < most; row++) {
            if (!hasNext(rows)) {
                return false;
            }
            writeRow(rows, types);
            count++;
            bytes = begun + writer.bytes() - before;
        }
        return true;
    }

    /** Why rows are missing, if any are. */
    Optional<ErrorBody> failure() {
        return failure;
    }

    long count() {
        return count;
    }

    private boolean hasNext(Rows rows) {
        try {
            if (count >= limits.taken() || !rows.next()) {
                return false;
            }
        } catch (RuntimeException e) {
            failure = Optional.of(errors.apply(e));
            return false;
        }
        failure = limits.exceededBy(count + 1, bytes);
        return failure.isEmpty();
    }

    private void writeRow(Rows rows, KqlType[] types) throws IOException {
        writer.beginList();
        for (int column = 0; column < types.length; column++) {
            WireValue.write(writer, types[column], rows.value(column));
        }
        writer.endList();
    }

    private static KqlType[] types(Schema schema) {
        return schema.columns().stream().map(column -> column.type()).toArray(KqlType[]::new);
    }
}
