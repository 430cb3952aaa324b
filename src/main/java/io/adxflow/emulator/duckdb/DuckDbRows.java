package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.Rows;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Rows that DuckDB hands over chunk by chunk. */
final class DuckDbRows implements Rows {
    private final Schema schema;
    private final List<KqlType> types;
    private final RunningStatement running;
    private final ResultSet answer;

    DuckDbRows(Schema schema, RunningStatement running, ResultSet answer) {
        this.schema = schema;
        this.types = schema.columns().stream().map(Column::type).toList();
        this.running = running;
        this.answer = answer;
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public boolean next() {
        running.check();
        try {
            return answer.next();
        } catch (SQLException e) {
            throw running.failure(e);
        }
    }

    @Override
    public Object value(int column) {
        try {
            return DuckDbTypes.value(types.get(column), answer.getObject(column + 1));
        } catch (SQLException e) {
            throw running.failure(e);
        }
    }

    @Override
    public void close() {
        running.close();
    }
}
