package io.adxflow.emulator.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.base.diagnostic.RemoteException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailuresTest {
    @Test
    void aFullDiskIsSaid() {
        RemoteException failure = Failures.of(
                "storing rows",
                new SQLException("IO Error: Could not write file \"adx.duckdb.wal\": No space left on device"));
        assertThat(failure).hasMessage("storing rows: the disk is full; nothing was changed");
        assertThat(failure.status()).isEqualTo(507);
    }

    @Test
    void aQueryThatNeedsTooMuchMemoryIsToldInKustosWords() {
        RemoteException failure =
                Failures.of("running a query", new SQLException("Out of Memory Error: failed to allocate data"));
        assertThat(failure).hasMessageContaining("E_LOW_MEMORY_CONDITION");
    }
}
