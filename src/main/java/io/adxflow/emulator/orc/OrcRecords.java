package io.adxflow.emulator.orc;

import io.adxflow.emulator.store.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.OrcFile;
import org.apache.orc.Reader;
import org.apache.orc.RecordReader;
import org.apache.orc.TypeDescription;

/** The rows of an ORC file. */
public final class OrcRecords implements Records {
    private final Reader file;
    private final RecordReader rows;
    private final TypeDescription schema;
    private final VectorizedRowBatch batch;
    private int next;

    private OrcRecords(Reader file) throws IOException {
        this.file = file;
        this.rows = file.rows();
        this.schema = file.getSchema();
        this.batch = schema.createRowBatch();
    }

    /** @throws IOException when the file is no ORC file */
    public static OrcRecords open(Path file) throws IOException {
        try {
            return new OrcRecords(OrcFile.createReader(
                    new org.apache.hadoop.fs.Path(file.toUri()),
                    OrcFile.readerOptions(new Configuration(false)).useUTCTimestamp(true)));
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public Map<?, ?> next() throws IOException {
        try {
            if (next == batch.size) {
                next = 0;
                if (!rows.nextBatch(batch)) {
                    batch.size = 0;
                    return null;
                }
            }
            return row(next++);
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private Map<String, Object> row(int row) {
        List<String> names = schema.getFieldNames();
        List<TypeDescription> types = schema.getChildren();
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            members.put(names.get(i), OrcValues.plain(types.get(i), batch.cols[i], row));
        }
        return members;
    }

    /** The library throws what its parser of the footer happens to throw. */
    private static IOException broken(RuntimeException cause) {
        return new IOException("the ORC file is broken: " + cause.getMessage(), cause);
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
