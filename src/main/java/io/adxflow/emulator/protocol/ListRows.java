package io.adxflow.emulator.protocol;

import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.Schema;
import java.util.Iterator;
import java.util.List;

/** Rows that are in memory, such as the answer of a command. */
public final class ListRows implements Rows {
    private final Schema schema;
    private final Iterator<List<Object>> rows;
    private List<Object> row = List.of();

    public ListRows(Schema schema, List<List<Object>> rows) {
        this.schema = schema;
        this.rows = rows.iterator();
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean next() {
        boolean more = rows.hasNext();
        if (more) {
            row = rows.next();
        }
        return more;
    }

    @Override
    public Object value(int column) {
        return row.get(column);
    }

    @Override
    public void close() {}
}
