package io.adxflow.emulator.command.export;

import io.adxflow.base.diagnostic.SourceText;
import io.adxflow.base.diagnostic.Span;
import io.adxflow.emulator.command.language.CommandProblem;
import io.adxflow.emulator.command.language.CommandReader;
import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.ParquetOptions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How rows are exported.
 *
 * @param compression of the file; {@code uncompressed} for none
 * @param sizeLimit about how many bytes a file gets before it is compressed
 * @param prefix of the names of the files, below the place that was given; may be empty
 */
record ExportOptions(
        Format format,
        String compression,
        long rowGroupSize,
        long sizeLimit,
        Headers headers,
        boolean hasByteOrderMark,
        String prefix) {
    private static final String NONE = "uncompressed";
    private static final String GZIP = "gzip";
    private static final long ROW_GROUP = 100_000;
    private static final long SIZE_LIMIT = 100L << 20;
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

    /** Which files begin with the names of the columns. */
    enum Headers {
        NONE,
        ALL,
        FIRST_FILE;

        private static Headers named(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "all" -> ALL;
                case "firstfile" -> FIRST_FILE;
                default -> NONE;
            };
        }

        private static Headers of(Properties properties) {
            return switch (properties.text("includeHeaders").orElse("none").toLowerCase(Locale.ROOT)) {
                case "none" -> NONE;
                case "all" -> ALL;
                case "firstfile" -> FIRST_FILE;
                default -> throw properties.bad("includeHeaders", "none, all or firstFile");
            };
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
        return new ExportOptions(
                format,
                compression,
                number(properties, "parquetRowGroupSize", ROW_GROUP, "a number of rows"),
                number(properties, "sizeLimit", SIZE_LIMIT, "a number of bytes"),
                Headers.of(properties),
                properties.text("encoding").orElse("").equalsIgnoreCase("UTF8BOM"),
                properties.text("namePrefix").map(text -> text + "_").orElse(""));
    }

    /**
     * How an external table is written: its own options, and of the command those about sizes.
     *
     * @param command the properties of the command by their names
     */
    static ExportOptions of(
            ExternalTable table, Function<String, Optional<String>> command, Span span, SourceText source) {
        Format format = Arrays.stream(Format.values())
                .filter(one -> one.extension().equals(table.format()))
                .findFirst()
                .orElseThrow(() -> CommandProblem.UNSUPPORTED
                        .at(span, "an export to an external table of format '" + table.format() + "'")
                        .withHint("formats: csv, tsv, json, parquet")
                        .in(source)
                        .toException());
        boolean isCompressed = table.option("compressed").equalsIgnoreCase("true");
        String compression = table.option("compressionType").toLowerCase(Locale.ROOT);
        List<String> known = format == Format.PARQUET ? OF_PARQUET : List.of(GZIP);
        if (!compression.isEmpty() && !known.contains(compression)) {
            throw CommandProblem.BAD_PROPERTY
                    .at(span, "compressionType", compression, "one of " + String.join(", ", known))
                    .in(source)
                    .toException();
        }
        String prefix = table.option("namePrefix");
        return new ExportOptions(
                format,
                isCompressed ? compression.isEmpty() ? GZIP : compression : NONE,
                command.apply("parquetRowGroupSize").map(Long::valueOf).orElse(ROW_GROUP),
                command.apply("sizeLimit").map(Long::valueOf).orElse(SIZE_LIMIT),
                Headers.named(table.option("includeHeaders")),
                table.option("encoding").equalsIgnoreCase("UTF8BOM"),
                prefix.isEmpty() ? "" : prefix + "_");
    }

    /** As the service names the files of an export, from 1 on. */
    String fileName(int number) {
        String ending = format.extension() + (format != Format.PARQUET && isGzip() ? ".gz" : "");
        return prefix + number + "_" + UUID.randomUUID().toString().replace("-", "") + "." + ending;
    }

    boolean isGzip() {
        return compression.equals(GZIP);
    }

    ParquetOptions parquet() {
        return new ParquetOptions(compression, rowGroupSize, sizeLimit);
    }

    static void requireSizes(Properties properties) {
        number(properties, "parquetRowGroupSize", ROW_GROUP, "a number of rows");
        number(properties, "sizeLimit", SIZE_LIMIT, "a number of bytes");
    }

    private static long number(Properties properties, String name, long otherwise, String expected) {
        String text = properties.text(name).orElse(String.valueOf(otherwise));
        if (!text.matches("[1-9]\\d{0,11}")) {
            throw properties.bad(name, expected);
        }
        return Long.parseLong(text);
    }
}
