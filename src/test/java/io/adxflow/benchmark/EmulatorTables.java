package io.adxflow.benchmark;

import io.adxflow.adx.client.AdxAuth;
import io.adxflow.adx.client.AdxClient;
import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.BlobStore;
import io.adxflow.adx.client.IngestionStorage;
import io.adxflow.adx.client.SignedUrl;
import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.emulator.Emulator;
import io.adxflow.emulator.EmulatorOptions;
import io.adxflow.emulator.duckdb.DuckDbStore;
import io.adxflow.emulator.store.Rows;
import io.adxflow.emulator.store.Snapshot;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.Kql;
import io.adxflow.kql.language.CompiledQuery;
import io.adxflow.kql.language.CompiledResult;
import io.adxflow.kql.language.QueryContext;
import io.adxflow.kql.language.Schema;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The tables as the emulator stores them: ingested from files by its own commands, then read through its store. */
final class EmulatorTables implements AutoCloseable {
    static final String FLIGHTS = "(date:datetime, delay:long, distance:long, origin:string, destination:string)";

    private static final String DATABASE = EmulatorOptions.DEFAULT_DATABASE;
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private final Store store;

    private EmulatorTables(Store store) {
        this.store = store;
    }

    /** Ingests the files that {@link NaturalTables} writes. */
    static EmulatorTables ingested(Path directory) {
        try (Emulator emulator = Emulator.start(directory.resolve("emulator"))) {
            ingest(emulator, "Flights", FLIGHTS, directory.resolve("flights.parquet"));
            ingest(emulator, "Trips", "(note:string, stops:dynamic)", directory.resolve("trips.parquet"));
            ingest(emulator, "Airports", "(code:string, region:string)", directory.resolve("airports.parquet"));
        }
        return new EmulatorTables(DuckDbStore.open(directory.resolve("emulator"), Clock.systemUTC()));
    }

    /** Uploads a file to the emulator's storage, as clients do, and ingests it into a new table. */
    static void ingest(Emulator emulator, String table, String columns, Path file) {
        String url = emulator.uri().toString();
        AdxCluster cluster = AdxCluster.at(url, DATABASE, new AdxAuth.None()).withIngestionUrl(url);
        SignedUrl blob = IngestionStorage.containers(cluster)
                .get(0)
                .blob(file.getFileName().toString());
        String format = file.toString().endsWith(".parquet") ? "parquet" : "csv";
        try (AdxClient client = AdxClient.connect(cluster);
                BlobStore storage = BlobStore.open()) {
            storage.put(blob, file);
            client.command(DATABASE, ".create table " + table + " " + columns);
            client.command(
                    DATABASE,
                    ".ingest into table " + table + " (h'" + blob.reveal() + "') with (format='" + format + "')");
        }
    }

    CompiledQuery compile(Snapshot snapshot, String kql) {
        return Kql.compile(new SourceText("query", kql), snapshot.catalog(), QueryContext.at(store.now(), DATABASE));
    }

    Schema schema(String kql) {
        try (Snapshot snapshot = open()) {
            return compile(snapshot, kql).results().get(0).schema();
        }
    }

    Snapshot open() {
        return store.open(DATABASE);
    }

    /** Compiles a query, and reads its rows value by value as the endpoint does. */
    List<List<Object>> rows(String kql) {
        try (Snapshot snapshot = open()) {
            CompiledResult result = compile(snapshot, kql).results().get(0);
            int columns = result.schema().columns().size();
            List<List<Object>> rows = new ArrayList<>();
            try (Rows answer = snapshot.run(result.schema(), result.sql(), LIMIT)) {
                while (answer.next()) {
                    List<Object> row = new ArrayList<>(columns);
                    for (int column = 0; column < columns; column++) {
                        row.add(answer.value(column));
                    }
                    rows.add(row);
                }
            }
            return rows;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
