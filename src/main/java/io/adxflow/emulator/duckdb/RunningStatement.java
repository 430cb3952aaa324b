package io.adxflow.emulator.duckdb;

import io.adxflow.base.diagnostic.RemoteException;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;

/**
 * A statement with a time limit that another thread may stop. DuckDB looks up while it runs a plan, not while it makes one: a
 * statement that is still at that some time after it was stopped is left behind, and closed when it comes back.
 */
final class RunningStatement implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Statement statement;
    private final Duration limit;
    private final StopWatch stopWatch;
    private final Workers workers;
    private final Future<?> alarm;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    private volatile boolean isCancelled;
    private volatile boolean isLate;
    private volatile CompletableFuture<?> work = CompletableFuture.completedFuture(null);
    private volatile boolean isClosed;

    RunningStatement(Statement statement, Duration limit, StopWatch stopWatch, Workers workers) {
        this.statement = statement;
        this.limit = limit;
        this.stopWatch = stopWatch;
        this.workers = workers;
        this.alarm = stopWatch.after(limit, this::stopLate);
    }

    /** What is to be done with a statement. */
    @FunctionalInterface
    interface Work<T> {
        T apply(Statement statement) throws SQLException;
    }

    /** Plans and starts a statement, or all of it if it has no rows. */
    <T> T run(Work<T> next) throws SQLException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        work = answer;
        if (isLate || isCancelled) {
            answer.complete(null);
            throw failure(null);
        }
        workers.run(() -> {
            try {
                answer.complete(next.apply(statement));
            } catch (SQLException | RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        CompletableFuture.anyOf(answer.exceptionally(failure -> null), stopped).join();
        if (!answer.isDone()) {
            throw failure(null);
        }
        T found = result(answer);
        check();
        return found;
    }

    private static <T> T result(CompletableFuture<T> answer) throws SQLException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            throw e;
        }
    }

    void cancel() {
        isCancelled = true;
        stop();
    }

    private void stopLate() {
        isLate = true;
        stop();
    }

    /** By another thread, because it waits as long as a plan is made. */
    private void stop() {
        workers.run(this::interrupt);
        if (!work.isDone()) {
            stopWatch.after(PATIENCE, this::insist);
        }
    }

    /** A plan that begins to run forgets that it was stopped. */
    private void insist() {
        stopped.complete(null);
        if (!work.isDone()) {
            stop();
        }
    }

    private void interrupt() {
        if (isClosed && work.isDone()) {
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

    /** Does something once DuckDB has let go of the statement, which is now unless it was left behind. */
    void whenEnded(Runnable then) {
        if (work.isDone()) {
            then.run();
        } else {
            work.whenComplete((answer, failure) -> then.run());
        }
    }

    @Override
    public synchronized void close() {
        alarm.cancel(false);
        if (isClosed) {
            return;
        }
        isClosed = true;
        whenEnded(this::closeStatement);
    }

    private void closeStatement() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw Failures.of("ending a query", e);
        }
    }
}
