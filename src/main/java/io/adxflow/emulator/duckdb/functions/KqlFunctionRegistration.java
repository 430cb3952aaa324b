package io.adxflow.emulator.duckdb.functions;

import io.adxflow.kql.function.JavaFunction;
import io.adxflow.kql.function.JavaFunctions;
import io.adxflow.kql.language.KqlType;
import java.sql.Connection;
import java.sql.SQLException;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBLogicalType;
import org.duckdb.DuckDBScalarFunctionBuilder;

/** Makes the Java functions that KQL's rows call known to a database; connections duplicated from one see them too. */
public final class KqlFunctionRegistration {
    private KqlFunctionRegistration() {}

    /** Registers every function. Call it once per database, before the first query. */
    public static void register(Connection connection) throws SQLException {
        for (JavaFunction function : JavaFunctions.ALL) {
            register(function, connection);
        }
        register(UserAgentFunction.ROW, connection);
    }

    static void register(JavaFunction function, Connection connection) throws SQLException {
        try (DuckDBScalarFunctionBuilder builder = DuckDBFunctions.scalarFunction()) {
            builder.withName(function.name());
            int fixed = function.parameters().size() - (function.isRepeating() ? 1 : 0);
            for (KqlType parameter : function.parameters().subList(0, fixed)) {
                builder.withParameter(duckDbType(parameter));
            }
            if (function.isRepeating()) {
                builder.withVarArgs(duckDbType(function.parameters().get(fixed)));
            }
            builder.withReturnType(duckDbType(function.result()))
                    .withVectorizedFunction(new VectorCall(function))
                    .register(connection);
        }
    }

    private static DuckDBLogicalType duckDbType(KqlType type) throws SQLException {
        return switch (type) {
            case BOOL -> DuckDBLogicalType.of(DuckDBColumnType.BOOLEAN);
            case INT -> DuckDBLogicalType.of(DuckDBColumnType.INTEGER);
            case LONG, DATETIME, TIMESPAN -> DuckDBLogicalType.of(DuckDBColumnType.BIGINT);
            case REAL -> DuckDBLogicalType.of(DuckDBColumnType.DOUBLE);
            case DECIMAL -> DuckDBLogicalType.decimal(38, 18);
            case STRING, DYNAMIC, GUID -> DuckDBLogicalType.of(DuckDBColumnType.VARCHAR);
        };
    }
}
