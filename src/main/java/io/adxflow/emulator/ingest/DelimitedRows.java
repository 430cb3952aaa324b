package io.adxflow.emulator.ingest;

import static io.adxflow.emulator.ingest.BadDataException.Kind.FIELD_COUNT;

import io.adxflow.emulator.ingest.Mapping.Source;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Records as rows. Columns beyond the record have no value, fields beyond the columns do not count. */
final class DelimitedRows implements ClosableRows {
    private static final int CONSTANT = -1;

    private final DelimitedRecords records;
    private final KqlType[] types;
    private final int[] fields;
    private final Object[] constants;
    private int width;

    DelimitedRows(DelimitedRecords records, Schema schema, Mapping mapping, boolean skipsFirst) throws IOException {
        this.records = records;
        this.types = schema.columns().stream().map(Column::type).toArray(KqlType[]::new);
        this.fields = new int[types.length];
        this.constants = new Object[types.length];
        plan(mapping.sources());
        if (skipsFirst && records.next()) {
            width = records.fields();
        }
    }

    private void plan(List<Source> sources) {
        for (int i = 0; i < types.length; i++) {
            Source source = sources.get(i);
            if (source instanceof Source.Path) {
                throw new IllegalArgumentException("it has a path, and the data has no objects");
            }
            fields[i] = source instanceof Source.Ordinal ordinal ? ordinal.field() : CONSTANT;
            String text = source instanceof Source.Constant constant ? constant.text() : "";
            constants[i] = Cells.read(types[i], text.toCharArray(), 0, text.length());
        }
    }

    @Override
    public boolean next() {
        try {
            boolean found = records.next();
            if (found) {
                requireWidth();
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

    private void requireWidth() {
        if (width == 0) {
            width = records.fields();
        } else if (width != records.fields()) {
            throw new BadDataException(
                    FIELD_COUNT,
                    records.count(),
                    "it has " + records.fields() + " fields, and those before have " + width
                            + " (Stream_WrongNumberOfFields)");
        }
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
