package io.adxflow.emulator.duckdb;

import com.sun.management.OperatingSystemMXBean;
import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.emulator.duckdb.functions.KqlFunctionRegistration;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** The database file of a data directory, and the lock that keeps other processes out. */
final class DuckDbFile implements AutoCloseable {
    /** The stacks of threads that ask are made for this; the compiler refuses what is nested deeper than it. */
    private static final int DEEPEST_EXPRESSION = 10_000;

    private final Path directory;
    private final OptionalLong memoryBytes;
    private final FileChannel lockFile;
    private final ExternalScans scans;
    private volatile DuckDBConnection root;

    private DuckDbFile(
            Path directory,
            OptionalLong memoryBytes,
            FileChannel lockFile,
            ExternalScans scans,
            DuckDBConnection root) {
        this.directory = directory;
        this.memoryBytes = memoryBytes;
        this.lockFile = lockFile;
        this.scans = scans;
        this.root = root;
    }

    static DuckDbFile open(Path directory, OptionalLong memoryBytes) {
        FileChannel lockFile = lock(directory);
        try {
            ExternalScans scans = new ExternalScans();
            return new DuckDbFile(directory, memoryBytes, lockFile, scans, connect(directory, memoryBytes, scans));
        } catch (SQLException e) {
            release(lockFile);
            throw Failures.of("opening the data in " + directory, e);
        }
    }

    /** The external files that queries read. */
    ExternalScans scans() {
        return scans;
    }

    /** Another connection to the same data. The caller closes it. */
    DuckDBConnection connection() {
        try {
            return root.duplicate();
        } catch (SQLException e) {
            throw Failures.of("opening a connection", e);
        }
    }

    /**
     * Another connection that DuckDB answers on, which the caller closes; nothing when it does not: after a write that the
     * disk did not take, DuckDB refuses all that follows.
     */
    Optional<DuckDBConnection> usable() {
        try {
            DuckDBConnection connection = root.duplicate();
            if (answers(connection)) {
                return Optional.of(connection);
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static boolean answers(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SELECT 1");
        } catch (SQLException e) {
            return false;
        }
    }

    boolean isUsable() {
        try (Connection connection = root.duplicate()) {
            return answers(connection);
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Opens the data anew. It stays as it is while connections from before are still being used.
     *
     * @throws RemoteException when the data cannot be opened
     */
    void reopen() {
        try {
            root.close();
            root = connect(directory, memoryBytes, scans);
        } catch (SQLException e) {
            throw Failures.of("opening the data anew", e);
        }
    }

    private static DuckDBConnection connect(Path directory, OptionalLong memoryBytes, ExternalScans scans)
            throws SQLException {
        Properties properties = new Properties();
        properties.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        properties.setProperty("temp_directory", directory.resolve("spill").toString());
        properties.setProperty("max_temp_directory_size", mebibytes(spillLimit(directory)));
        properties.setProperty("memory_limit", mebibytes(memoryBytes.orElseGet(DuckDbFile::halfOfTheMachine)));
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        DuckDBConnection connection = (DuckDBConnection)
                DriverManager.getConnection("jdbc:duckdb:" + directory.resolve("adx.duckdb"), properties);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET max_expression_depth = " + DEEPEST_EXPRESSION);
        }
        KqlFunctionRegistration.register(connection);
        scans.register(connection);
        return connection;
    }

    /** Spark runs beside the emulator. */
    private static long halfOfTheMachine() {
        long machine = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getTotalMemorySize();
        return Math.max(machine / 2, 512L << 20);
    }

    /** What queries put aside may take half of the disk that is free now; the data needs the rest. */
    private static long spillLimit(Path directory) {
        try {
            return Files.getFileStore(directory).getUsableSpace() / 2;
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private static String mebibytes(long bytes) {
        return bytes / (1 << 20) + "MiB";
    }

    private static RemoteException unusable(Path directory, IOException cause) {
        return new RemoteException(
                "the data directory " + directory + " cannot be used: " + cause, false, 0, "", cause);
    }

    private static FileChannel lock(Path directory) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                release(channel);
                throw new RemoteException(
                        "another emulator uses the data directory " + directory + "; stop it or name another directory",
                        false,
                        0,
                        "",
                        null);
            }
            return channel;
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    private static FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new RemoteException("the lock of the data directory cannot be released: " + e, false, 0, "", e);
        }
    }

    @Override
    public void close() {
        try {
            root.close();
        } catch (SQLException e) {
            throw Failures.of("closing the data", e);
        } finally {
            release(lockFile);
        }
    }
}
