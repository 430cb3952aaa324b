package io.adxflow.emulator.duckdb;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Transactions and statements without a result. */
final class Sql {
    private Sql() {}

    /** Work that may fail in the database. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException;
    }

    /** Begins a transaction and makes it see the present moment: DuckDB would wait for the first statement. */
    static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT count(*) FROM meta.databases")) {
            answer.next();
        }
    }

    static void inTransaction(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        work.run();
        connection.commit();
        connection.setAutoCommit(true);
    }

    static void executeAll(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Failures.of("closing a connection", e);
        }
    }
}
