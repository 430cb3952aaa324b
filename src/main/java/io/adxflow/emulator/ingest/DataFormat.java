package io.adxflow.emulator.ingest;

import io.adxflow.kql.language.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The formats that data comes in.
 *
 * @see <a href="https://learn.microsoft.com/kusto/ingestion-supported-formats">Data formats supported for ingestion</a>
 */
public enum DataFormat {
    CSV(','),
    TSV('\t'),
    PSV('|'),
    SCSV(';'),
    SOHSV('\u0001'),
    JSON((char) 0),
    MULTIJSON((char) 0),
    PARQUET((char) 0);

    private final char separator;

    DataFormat(char separator) {
        this.separator = separator;
    }

    public static Optional<DataFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.keyword().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The format that the ending of a file name tells; compression endings do not count. */
    public static Optional<DataFormat> ofFileName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("\\.(gz|zip)$", "");
        return named(plain.substring(plain.lastIndexOf('.') + 1));
    }

    public static List<String> keywords() {
        return Arrays.stream(values()).map(DataFormat::keyword).toList();
    }

    public String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The rows of a table with these columns.
     *
     * @param data UTF-8; closed with the rows
     * @param mapping without one, by position for delimited text and by name for JSON
     * @param skipsFirst whether the first record is a header; delimited text only
     * @throws IllegalArgumentException for a format that is no text, and when the mapping is for another kind of format
     */
    public ClosableRows read(InputStream data, Schema schema, Optional<Mapping> mapping, boolean skipsFirst)
            throws IOException {
        if (!isText()) {
            throw new IllegalArgumentException("format '" + keyword() + "' is no text");
        }
        InputStreamReader text = new InputStreamReader(data, StandardCharsets.UTF_8);
        Mapping sources = mapping.orElseGet(() -> Mapping.identity(schema, isDelimited()));
        return isDelimited()
                ? new DelimitedRows(new DelimitedRecords(text, separator), schema, sources, skipsFirst)
                : new JsonRows(new JsonObjects(text), schema, sources);
    }

    /** Whether the data can be read from first to last, and stand inside a command. */
    public boolean isText() {
        return this != PARQUET;
    }

    private boolean isDelimited() {
        return separator != 0;
    }
}
