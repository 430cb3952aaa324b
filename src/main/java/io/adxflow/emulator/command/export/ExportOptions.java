package io.adxflow.emulator.command.export;

import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.store.ParquetOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How rows are exported.
 *
 * @param compression of the file; {@code uncompressed} for none
 * @param fileName with the prefix that was given, below the place that was given
 */
record ExportOptions(Format format, String compression, long rowGroupSize, boolean hasHeader, String fileName) {
    private static final String NONE = "uncompressed";
    private static final String GZIP = "gzip";
    private static final long ROW_GROUP = 100_000;
    private static final List<String> OF_PARQUET = List.of(NONE, GZIP, "snappy", "lz4_raw", "brotli", "zstd");

    /** The formats that rows can be exported to. */
    enum Format {
        CSV,
        TSV,
        JSON,
        PARQUET;

        String extension() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Format format(CommandReader reader) {
        for (Format format : Format.values()) {
            if (reader.take(format.extension())) {
                return format;
            }
        }
        throw reader.unexpected("one of "
                + Arrays.stream(Format.values()).map(Format::extension).collect(Collectors.joining(", ")));
    }

    static ExportOptions of(Format format, boolean isCompressed, Properties properties) {
        boolean isParquet = format == Format.PARQUET;
        List<String> known = isParquet ? OF_PARQUET : List.of(GZIP);
        String compression =
                isCompressed ? properties.text("compressionType").orElse(GZIP).toLowerCase(Locale.ROOT) : NONE;
        if (isCompressed && !known.contains(compression)) {
            throw properties.bad("compressionType", "one of " + String.join(", ", known));
        }
        boolean hasHeader = !properties.text("includeHeaders").orElse("none").equalsIgnoreCase("none");
        String prefix = properties.text("namePrefix").map(text -> text + "_").orElse("");
        String ending = format.extension() + (!isParquet && isCompressed ? ".gz" : "");
        String name = prefix + "1_" + UUID.randomUUID().toString().replace("-", "") + "." + ending;
        return new ExportOptions(format, compression, rows(properties), hasHeader, name);
    }

    boolean isGzip() {
        return compression.equals(GZIP);
    }

    ParquetOptions parquet() {
        return new ParquetOptions(compression, rowGroupSize);
    }

    private static long rows(Properties properties) {
        String text = properties.text("parquetRowGroupSize").orElse(String.valueOf(ROW_GROUP));
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw properties.bad("parquetRowGroupSize", "a number of rows");
        }
        return Long.parseLong(text);
    }
}
