package io.adxflow.emulator.ingest;

import io.adxflow.emulator.ingest.Mapping.Source;
import io.adxflow.emulator.store.Records;
import io.adxflow.kql.language.Column;
import io.adxflow.kql.language.KqlType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Records of named values as rows. */
final class ObjectRows implements ClosableRows {
    private final Records records;
    private final List<Column> columns;
    private final List<Source> sources;
    private final Transformer transformer;
    private final boolean isJson;
    private Map<?, ?> record = Map.of();
    private long count;

    /** @param isJson whether a text is a text, even where it looks like JSON and the column is dynamic */
    ObjectRows(Records records, RowOptions options, boolean isJson) {
        this.records = records;
        this.columns = options.schema().columns();
        this.sources = options.mapping()
                .orElseGet(() -> Mapping.identity(options.schema(), false))
                .sources();
        this.transformer = new Transformer(options.location(), sources);
        this.isJson = isJson;
        if (sources.stream().anyMatch(Source.Ordinal.class::isInstance)) {
            throw new IllegalArgumentException("it has an ordinal, and the data has objects");
        }
    }

    @Override
    public boolean next() {
        try {
            Map<?, ?> found = records.next();
            record = found == null ? Map.of() : found;
            count++;
            return found != null;
        } catch (IOException e) {
            throw new UncheckedIOException("the data cannot be read", e);
        }
    }

    @Override
    public Object value(int column) {
        KqlType type = columns.get(column).type();
        Source source = sources.get(column);
        if (source instanceof Source.Path path) {
            Object found = path.path().in(record);
            Object value = transformer.apply(path.transform(), path.path(), found, count);
            return isJson ? Values.storedJson(type, value) : Values.stored(type, value);
        }
        if (source instanceof Source.OfData ofData) {
            return Values.stored(type, transformer.apply(ofData.transform(), JsonPath.ROOT, null, count));
        }
        return Values.stored(type, source instanceof Source.Constant constant ? constant.text() : null);
    }

    @Override
    public void close() throws IOException {
        records.close();
    }
}
