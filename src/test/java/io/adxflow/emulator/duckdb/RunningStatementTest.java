package io.adxflow.emulator.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statements that are stopped, while DuckDB runs their plan and while it makes it. */
class RunningStatementTest {
    private static final String ENDLESS = "SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(10000000) b(i)";

    private final StopWatch stopWatch = new StopWatch();
    private final Workers workers = new Workers();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        workers.close();
        stopWatch.close();
    }

    @Test
    void aCancelledStatementEndsInDuckDbToo() throws Exception {
        RunningStatement running = running(Duration.ofHours(1));
        CompletableFuture<Void> query = CompletableFuture.runAsync(() -> query(running));
        begun.await();
        running.whenEnded(ended::countDown);
        assertThat(ended.getCount()).isOne();

        running.cancel();

        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
        assertThatThrownBy(query::join).hasMessageContaining("E_QUERY_CANCELLED");
    }

    /** The work stands for a plan that takes long to make. */
    @Test
    void aStatementThatDoesNotLookUpIsLeftBehindAtItsLimit() throws Exception {
        CompletableFuture<Void> planned = new CompletableFuture<>();
        RunningStatement running = running(Duration.ofMillis(500));

        assertThatThrownBy(() -> running.run(statement -> planned.join()))
                .isInstanceOf(RemoteException.class)
                .hasMessageContaining("it ran longer than its limit of 0.5 s");

        running.close();
        running.whenEnded(ended::countDown);
        assertThat(ended.getCount()).isOne();
        planned.complete(null);
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    private RunningStatement running(Duration limit) throws SQLException {
        return new RunningStatement(connection.createStatement(), limit, stopWatch, workers);
    }

    private void query(RunningStatement running) {
        try (running) {
            running.run(statement -> {
                begun.countDown();
                return statement.executeQuery(ENDLESS);
            });
        } catch (SQLException e) {
            throw running.failure(e);
        }
    }
}
