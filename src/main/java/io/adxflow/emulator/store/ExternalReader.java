package io.adxflow.emulator.store;

import io.adxflow.kql.language.ExternalData;
import java.util.List;

/** Reads data that lies outside of every database. */
public interface ExternalReader {
    /** Finds nothing anywhere, for checks that need no rows. */
    ExternalReader NOTHING = new ExternalReader() {
        @Override
        public List<List<Object>> rows(ExternalData data) {
            return List.of();
        }

        @Override
        public List<ExternalFile> files(ExternalTable table) {
            return List.of();
        }

        @Override
        public LocalBlob fetch(ExternalFile file) {
            throw new IllegalStateException("there are no files");
        }

        @Override
        public OpenRows open(ExternalTable table, String mapping, ExternalFile file, LocalBlob blob) {
            throw new IllegalStateException("there are no files");
        }
    };

    /**
     * All rows, with the values that {@link Rows#value} names.
     *
     * @throws io.adxflow.kql.language.ExternalDataException when there are none that may be read
     */
    List<List<Object>> rows(ExternalData data);

    /**
     * The files of an external table whose names and paths are as it says, in the order of their paths.
     *
     * @throws io.adxflow.kql.language.ExternalDataException when a place cannot be read
     */
    List<ExternalFile> files(ExternalTable table);

    /** Brings a file of an external table to this machine. */
    LocalBlob fetch(ExternalFile file);

    /**
     * The rows of a file that was fetched, with the columns that files of the table have.
     *
     * @param mapping the name of one of the table, or an empty text
     */
    OpenRows open(ExternalTable table, String mapping, ExternalFile file, LocalBlob blob);
}
