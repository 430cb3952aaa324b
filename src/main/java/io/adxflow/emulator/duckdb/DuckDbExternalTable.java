package io.adxflow.emulator.duckdb;

import io.adxflow.emulator.store.ExternalFile;
import io.adxflow.emulator.store.ExternalPartition;
import io.adxflow.emulator.store.ExternalReader;
import io.adxflow.emulator.store.ExternalTable;
import io.adxflow.emulator.store.LocalBlob;
import io.adxflow.kql.language.CatalogTable;
import io.adxflow.kql.language.ExternalDataException;
import io.adxflow.kql.language.ExternalPart;
import io.adxflow.kql.language.ExternalPart.Bounds;
import io.adxflow.kql.language.KqlType;
import io.adxflow.kql.language.Schema;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An external table in a snapshot. DuckDB reads Parquet by itself, with the columns that it needs; other formats, and records that
 * are mapped, come through {@link ExternalScans}. Files are in one part when their paths tell the same.
 */
final class DuckDbExternalTable implements io.adxflow.kql.language.ExternalTable {
    private final ExternalTable table;
    private final String mapping;
    private final ExternalReader reader;
    private final DuckDbSnapshot snapshot;
    private final List<List<ExternalFile>> groups = new ArrayList<>();

    /** What files have in common that one statement reads. */
    private record Alike(Map<String, String> types, String virtual) {}

    DuckDbExternalTable(ExternalTable table, String mapping, ExternalReader reader, DuckDbSnapshot snapshot) {
        this.table = table;
        this.mapping = mapping;
        this.reader = reader;
        this.snapshot = snapshot;
    }

    @Override
    public Schema schema() {
        return table.schema();
    }

    @Override
    public List<ExternalPart> parts() {
        groups.clear();
        groups.addAll(reader.files(table).stream()
                .collect(Collectors.groupingBy(ExternalFile::values, LinkedHashMap::new, Collectors.toList()))
                .values());
        return IntStream.range(0, groups.size())
                .mapToObj(i -> new ExternalPart(i, bounds(groups.get(i).get(0))))
                .toList();
    }

    /** Of partitions of the same column, the narrowest tells. */
    private Map<String, Bounds> bounds(ExternalFile file) {
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        for (int i = 0; i < table.partitions().size(); i++) {
            ExternalPartition partition = table.partitions().get(i);
            Object value = file.values().get(i);
            if (value != null && partition.kind() != ExternalPartition.Kind.HASH) {
                String column = partition.isVirtual() ? partition.name() : partition.column();
                bounds.merge(column, new Bounds(value, partition.highest(value)), DuckDbExternalTable::narrower);
            }
        }
        return bounds;
    }

    private static Bounds narrower(Bounds one, Bounds other) {
        boolean isOther = other.isExact()
                || !one.isExact()
                        && (Long) other.highest() - (Long) other.lowest() < (Long) one.highest() - (Long) one.lowest();
        return isOther ? other : one;
    }

    @Override
    public CatalogTable rows(List<ExternalPart> parts) {
        List<ExternalFile> files = parts.stream()
                .flatMap(part -> groups.get(part.number()).stream())
                .toList();
        String rows = files.isEmpty() ? nothing() : isParquet() ? parquet(files) : scanned(files);
        String columns = IntStream.range(0, schema().columns().size())
                .mapToObj(i -> "c" + i + "::"
                        + DuckDbTypes.sqlType(schema().columns().get(i).type()) + " AS c" + i)
                .collect(Collectors.joining(", "));
        String relation = "(SELECT " + columns + ", NULL::UUID AS x_extent, NULL::VARCHAR AS x_tags,"
                + " NULL::BIGINT AS x_ingested, NULL::BIGINT AS x_cursor FROM " + rows + ")";
        return new CatalogTable(table.name(), schema(), relation, false, false, Optional.empty());
    }

    private String nothing() {
        return schema().columns().stream()
                .map(column -> DuckDbTypes.absent(column.type()))
                .collect(Collectors.joining(", ", "(SELECT ", " WHERE false) AS r(" + names() + ")"));
    }

    private boolean isParquet() {
        return table.format().equals("parquet") && mapping.isEmpty();
    }

    private String scanned(List<ExternalFile> files) {
        long number = snapshot.scan(new ExternalScan(reader, table, mapping, files));
        return ExternalScans.FUNCTION + "(" + number + "::BIGINT)";
    }

    /** Files with the same columns and the same virtual values are read by one statement. */
    private String parquet(List<ExternalFile> files) {
        Map<Alike, List<String>> alike = new LinkedHashMap<>();
        for (ExternalFile file : files) {
            LocalBlob blob = snapshot.holding(reader.fetch(file));
            String path = Relations.text(blob.file().toString());
            alike.computeIfAbsent(new Alike(types(file, path), virtual(file)), key -> new ArrayList<>())
                    .add(path);
        }
        return alike.entrySet().stream()
                .map(entry -> select(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" UNION ALL ", "(", ") AS r(" + names() + ")"));
    }

    private Map<String, String> types(ExternalFile file, String path) {
        try {
            return ParquetToSql.types(snapshot.connection(), "read_parquet(" + path + ")");
        } catch (SQLException e) {
            throw new ExternalDataException(file.address(), "it is no Parquet file that can be read", "");
        }
    }

    private String virtual(ExternalFile file) {
        List<KqlType> types =
                schema()
                        .columns()
                        .subList(
                                table.columns().columns().size(),
                                schema().columns().size())
                        .stream()
                        .map(column -> column.type())
                        .toList();
        List<Object> values = ExternalScan.virtual(table, file);
        return IntStream.range(0, types.size())
                .mapToObj(i -> ", "
                        + (values.get(i) == null
                                ? DuckDbTypes.absent(types.get(i))
                                : Relations.text(values.get(i).toString()) + "::" + DuckDbTypes.sqlType(types.get(i))))
                .collect(Collectors.joining());
    }

    private String select(Alike alike, List<String> paths) {
        return "SELECT " + ParquetToSql.columns(table.columns(), alike.types()) + alike.virtual()
                + " FROM read_parquet([" + String.join(", ", paths) + "])";
    }

    private String names() {
        return IntStream.range(0, schema().columns().size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", "));
    }
}
