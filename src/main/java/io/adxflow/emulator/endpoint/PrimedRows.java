package io.adxflow.emulator.endpoint;

import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.Schema;

/** Rows whose first one has been asked for already, so that a query that fails at once fails before its answer begins. */
final class PrimedRows implements Rows {
    private final Rows rows;
    private final boolean hasFirst;
    private boolean isBegun;

    PrimedRows(Rows rows) {
        this.rows = rows;
        this.hasFirst = rows.next();
    }

    @Override
    public Schema schema() {
        return rows.schema();
    }

    @Override
    public boolean next() {
        if (isBegun) {
            return hasFirst && rows.next();
        }
        isBegun = true;
        return hasFirst;
    }

    @Override
    public Object value(int column) {
        return rows.value(column);
    }

    @Override
    public void close() {
        rows.close();
    }
}
