package io.adxflow.emulator.avro;

import io.adxflow.emulator.store.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;

/** The records of an Avro object container file, whatever codec its blocks have. */
public final class AvroRecords implements Records {
    private final MarkedStream data;
    private final DataFileStream<Object> stream;
    private final Schema schema;

    private AvroRecords(MarkedStream data, DataFileStream<Object> stream) {
        this.data = data;
        this.stream = stream;
        this.schema = stream.getSchema();
    }

    /** @throws IOException when the data does not begin as such a file, or has no records */
    public static AvroRecords open(InputStream data) throws IOException {
        try {
            MarkedStream marked = MarkedStream.of(data);
            AvroRecords records = new AvroRecords(marked, new DataFileStream<>(marked, new GenericDatumReader<>()));
            if (records.schema.getType() != Schema.Type.RECORD) {
                throw new IOException(
                        "an Avro file of " + records.schema.getType().getName() + " has no records");
            }
            return records;
        } catch (AvroRuntimeException e) {
            throw new IOException("not an Avro file: " + e.getMessage(), e);
        }
    }

    @Override
    public Map<?, ?> next() throws IOException {
        try {
            if (stream.hasNext()) {
                return (Map<?, ?>) AvroValues.plain(schema, stream.next());
            }
            data.requireWhole();
            return null;
        } catch (AvroRuntimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the Avro file is broken: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
