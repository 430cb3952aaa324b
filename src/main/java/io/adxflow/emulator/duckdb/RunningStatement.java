package io.adxflow.emulator.duckdb;

import io.adxflow.base.diagnostic.RemoteException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Future;

/** A statement with a time limit that another thread may stop. */
final class RunningStatement implements AutoCloseable {
    private final Statement statement;
    private final Duration limit;
    private final Future<?> alarm;

    private volatile boolean isCancelled;
    private volatile boolean isLate;
    private boolean isClosed;

    RunningStatement(Statement statement, Duration limit, StopWatch stopWatch) {
        this.statement = statement;
        this.limit = limit;
        this.alarm = stopWatch.after(limit, this::stopLate);
    }

    Statement statement() {
        return statement;
    }

    void cancel() {
        isCancelled = true;
        interrupt();
    }

    private void stopLate() {
        isLate = true;
        interrupt();
    }

    private synchronized void interrupt() {
        if (isClosed) {
            return;
        }
        try {
            statement.cancel();
        } catch (SQLException e) {
            requireEnded(e);
        }
    }

    /** DuckDB closes a statement by itself when it fails. */
    private void requireEnded(SQLException cause) {
        try {
            if (!statement.isClosed()) {
                throw Failures.of("stopping a query", cause);
            }
        } catch (SQLException e) {
            throw Failures.of("stopping a query", e);
        }
    }

    /** Between two pieces of work an interrupt would go unseen. */
    void check() {
        if (isLate || isCancelled) {
            throw failure(null);
        }
    }

    RemoteException failure(SQLException cause) {
        if (isLate) {
            return Failures.timeout("running a query", limit.toMillis() / 1000.0 + " s", cause);
        }
        return isCancelled ? Failures.cancelled("running a query", cause) : Failures.of("running a query", cause);
    }

    @Override
    public synchronized void close() {
        alarm.cancel(false);
        isClosed = true;
        try {
            statement.close();
        } catch (SQLException e) {
            throw Failures.of("ending a query", e);
        }
    }
}
