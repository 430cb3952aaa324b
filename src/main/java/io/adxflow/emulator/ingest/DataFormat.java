package io.adxflow.emulator.ingest;

import io.adxflow.emulator.avro.AvroRecords;
import io.adxflow.emulator.orc.OrcRecords;
import io.adxflow.emulator.store.Records;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
    CSV(records -> new DelimitedRecords(records, ',')),
    TSV(records -> new DelimitedRecords(records, '\t')),
    TSVE(EscapedRecords::new),
    PSV(records -> new DelimitedRecords(records, '|')),
    SCSV(records -> new DelimitedRecords(records, ';')),
    SOHSV(records -> new DelimitedRecords(records, '\u0001')),
    TXT(TextRecords::lines),
    RAW(TextRecords::whole),
    JSON(null),
    MULTIJSON(null),
    SINGLEJSON(null),
    AVRO(null),
    APACHEAVRO(null),
    ORC(null),
    PARQUET(null);

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** How the fields of a record are found; null when a record has names for its values. */
    private final FieldReader fields;

    DataFormat(FieldReader fields) {
        this.fields = fields;
    }

    @FunctionalInterface
    private interface FieldReader {
        FieldRecords read(Reader text) throws IOException;
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
     * The rows of data that is read from first to last.
     *
     * @param data UTF-8, or Avro; closed with the rows
     * @throws IllegalArgumentException for a format that needs a whole file, and when the mapping is for another kind of format
     */
    public ClosableRows read(InputStream data, RowOptions options) throws IOException {
        return switch (this) {
            case JSON, MULTIJSON, SINGLEJSON -> new ObjectRows(new JsonObjects(text(data)), options, true);
            case AVRO, APACHEAVRO -> ofRecords(AvroRecords.open(data), options);
            case ORC, PARQUET -> throw new IllegalArgumentException("format '" + keyword() + "' needs a whole file");
            default -> new FieldRows(fields.read(text(data)), options);
        };
    }

    /** The rows of an ORC file. */
    public static ClosableRows readOrc(Path file, RowOptions options) throws IOException {
        return ofRecords(OrcRecords.open(file), options);
    }

    /** Records that somebody else reads, as rows. */
    public static ClosableRows ofRecords(Records records, RowOptions options) {
        return new ObjectRows(records, options, false);
    }

    /** Whether it is read from first to last; otherwise the file must be a whole one. */
    public boolean isStream() {
        return this != ORC && this != PARQUET;
    }

    /** Whether the data is text, and can stand inside a command. */
    public boolean isText() {
        return isStream() && this != AVRO && this != APACHEAVRO;
    }

    /** Without a byte order mark. */
    private static Reader text(InputStream data) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(data);
        bytes.mark(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(bytes.readNBytes(BYTE_ORDER_MARK.length), BYTE_ORDER_MARK)) {
            bytes.reset();
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
