package io.adxflow.emulator.ingest;

import static io.adxflow.emulator.ingest.BadDataException.Kind.FIELD_COUNT;

import io.adxflow.emulator.ingest.Mapping.Source;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Records of fields as rows. Columns beyond the record have no value, fields beyond the columns do not count. */
final class FieldRows implements ClosableRows {
    private static final int CONSTANT = -1;

    private final FieldRecords records;
    private final UnevenRecords uneven;
    private final KqlType[] types;
    private final int[] fields;
    private final Object[] constants;
    private int width;

    FieldRows(FieldRecords records, RowOptions options) throws IOException {
        this.records = records;
        this.uneven = options.uneven();
        this.types = options.schema().columns().stream().map(Column::type).toArray(KqlType[]::new);
        this.fields = new int[types.length];
        this.constants = new Object[types.length];
        plan(
                options.mapping()
                        .orElseGet(() -> Mapping.identity(options.schema(), true))
                        .sources(),
                options.location());
        if (options.skipsFirst() && records.next()) {
            width = records.fields();
        }
    }

    private void plan(List<Source> sources, String location) {
        for (int i = 0; i < types.length; i++) {
            Source source = sources.get(i);
            if (source instanceof Source.Path) {
                throw new IllegalArgumentException("it has a path, and the data has no objects");
            }
            if (source instanceof Source.OfData of && of.transform() != Transform.SOURCE_LOCATION) {
                throw new IllegalArgumentException("fields have no transform but SourceLocation");
            }
            fields[i] = source instanceof Source.Ordinal ordinal ? ordinal.field() : CONSTANT;
            constants[i] = Values.stored(types[i], constant(source, location));
        }
    }

    private static Object constant(Source source, String location) {
        return source instanceof Source.Constant constant
                ? constant.text()
                : source instanceof Source.OfData ? location : null;
    }

    @Override
    public boolean next() {
        try {
            boolean found = records.next();
            while (found && !isTaken()) {
                found = records.next();
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the data cannot be read", e);
        }
    }

    @Override
    public Object value(int column) {
        int field = fields[column];
        if (field == CONSTANT) {
            return constants[column];
        }
        if (field >= records.fields()) {
            return types[column] == KqlType.STRING ? "" : null;
        }
        return Cells.read(types[column], records.text(), records.start(field), records.end(field));
    }

    /** The first record says how many fields each has. */
    private boolean isTaken() {
        width = width == 0 ? records.fields() : width;
        if (width == records.fields() || uneven == UnevenRecords.KEEP) {
            return true;
        }
        if (uneven == UnevenRecords.SKIP) {
            return false;
        }
        throw new BadDataException(
                FIELD_COUNT,
                records.count(),
                "it has " + records.fields() + " fields, and those before have " + width
                        + " (Stream_WrongNumberOfFields)");
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
