package io.adxflow.emulator.command.language;

import io.adxflow.emulator.external.ExternalFiles;
import io.adxflow.emulator.ingest.BadDataException;
import io.adxflow.emulator.ingest.ClosableRows;
import io.adxflow.emulator.ingest.DataFormat;
import io.adxflow.emulator.ingest.Mapping;
import io.adxflow.emulator.ingest.RowOptions;
import io.adxflow.emulator.ingest.SingleFile;
import io.adxflow.emulator.ingest.UnevenRecords;
import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.ExternalFile;
import io.adxflow.emulator.store.ExternalReader;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.emulator.store.NoBlobException;
import io.adxflow.emulator.store.OpenRows;
import io.adxflow.emulator.store.Store;
import io.adxflow.kql.language.ExternalData;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.KqlType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code externaldata} names: blobs of this emulator, and what ingestion may read too. The rows are held in memory, so
 * there is a limit.
 *
 * @see <a href="https://learn.microsoft.com/kusto/query/externaldata-operator">externaldata operator</a>
 */
public record ExternalRows(BlobSource blobs, Store store) implements ExternalReader {
    private static final int MOST_ROWS = 200_000;

    @Override
    public List<List<Object>> rows(ExternalData data) {
        List<List<Object>> rows = new ArrayList<>();
        for (String locator : data.addresses()) {
            String address = locator.split("[?;]", 2)[0];
            DataFormat format = format(data, address);
            RowOptions options = options(data, address);
            try (LocalBlob blob = blobs.blob(locator);
                    ClosableRows found = new SingleFile(store, blob.file()).rows(format, options)) {
                add(found, data, address, rows);
            } catch (NoBlobException e) {
                throw refused(address, e);
            } catch (BadDataException | IllegalArgumentException | IOException | UncheckedIOException e) {
                throw new ExternalDataException(address, e.getMessage(), "");
            }
        }
        return rows;
    }

    @Override
    public List<ExternalFile> files(ExternalTable table) {
        return outside().of(table);
    }

    @Override
    public LocalBlob fetch(ExternalFile file) {
        return outside().fetch(file);
    }

    @Override
    public OpenRows open(ExternalTable table, String mapping, ExternalFile file, LocalBlob blob) {
        return outside().open(table, mapping, file, blob);
    }

    private ExternalFiles outside() {
        return new ExternalFiles(blobs, store);
    }

    private static DataFormat format(ExternalData data, String address) {
        Optional<DataFormat> format = data.format().isPresent()
                ? data.format().flatMap(DataFormat::named)
                : Optional.of(DataFormat.ofFileName(address).orElse(DataFormat.CSV));
        return format.orElseThrow(() -> new ExternalDataException(
                address,
                "'" + data.format().orElseThrow() + "' is no format",
                "formats: " + String.join(", ", DataFormat.keywords())));
    }

    private static RowOptions options(ExternalData data, String address) {
        try {
            return new RowOptions(
                    data.schema(),
                    data.mapping().map(json -> Mapping.read(json, data.schema())),
                    data.skipsFirst(),
                    UnevenRecords.KEEP,
                    address);
        } catch (IllegalArgumentException e) {
            throw new ExternalDataException(address, "bad ingestionMapping: " + e.getMessage(), "");
        }
    }

    private static void add(ClosableRows found, ExternalData data, String address, List<List<Object>> rows) {
        int columns = data.schema().columns().size();
        while (found.next()) {
            if (rows.size() == MOST_ROWS) {
                throw new ExternalDataException(
                        address, "it has more than " + MOST_ROWS + " rows", "a table holds more: .ingest into");
            }
            List<Object> row = new ArrayList<>(columns);
            for (int i = 0; i < columns; i++) {
                Object value = found.value(i);
                boolean isText = data.schema().columns().get(i).type() == KqlType.STRING;
                row.add(value == null && isText ? "" : value);
            }
            rows.add(row);
        }
    }

    private static ExternalDataException refused(String address, NoBlobException e) {
        return e.reason() == NoBlobException.Reason.NOT_ALLOWED
                ? new ExternalDataException(
                        address,
                        "nothing is read from " + e.getMessage(),
                        "to allow it: adxflow emulator start --ingest-from PLACE")
                : new ExternalDataException(address, e.getMessage(), "");
    }
}
