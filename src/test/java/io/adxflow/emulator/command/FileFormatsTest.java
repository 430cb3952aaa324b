package io.adxflow.emulator.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.base.diagnostic.RemoteException;
import io.adxflow.base.diagnostic.UserException;
import io.adxflow.kql.language.DatetimeText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hive.common.type.HiveDecimal;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DecimalColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.VectorizedRowBatch;
import org.apache.orc.OrcFile;
import org.apache.orc.TypeDescription;
import org.apache.orc.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingestion of files that no command can hold. */
class FileFormatsTest {
    private static final Schema AVRO = new Schema.Parser()
            .parse(
                    """
                    {"type": "record", "name": "Event", "fields": [
                      {"name": "id", "type": "long"},
                      {"name": "name", "type": ["null", "string"]},
                      {"name": "at", "type": {"type": "long", "logicalType": "timestamp-micros"}},
                      {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 10, "scale": 2}},
                      {"name": "raw", "type": "bytes"},
                      {"name": "inner", "type": {"type": "record", "name": "Inner", "fields": [
                        {"name": "tags", "type": {"type": "array", "items": "string"}}]}}]}
                    """);

    @TempDir
    Path directory;

    private Script script;

    @BeforeEach
    void open() {
        script = new Script(directory);
        script.command(".create table T (id:long, name:string, at:datetime, price:decimal, raw:string, inner:dynamic)");
    }

    @AfterEach
    void close() {
        script.close();
    }

    @Test
    void avroIsReadByNames() throws IOException {
        writeAvro("events.avro", CodecFactory.deflateCodec(6));
        ingest("events.avro", "format='avro'");
        assertThat(rows())
                .contains("1,one,2020-01-02T03:04:05.1234560Z,12.34,,{\"tags\":[\"x\",\"y\"]}")
                .contains("2,,2020-01-02T03:04:05.1234560Z,12.34,,{\"tags\":[\"x\",\"y\"]}");
    }

    @Test
    void avroIsReadByAMapping() throws IOException {
        writeAvro("events.avro", CodecFactory.snappyCodec());
        ingest(
                "events.avro",
                "format='apacheavro', ingestionMapping='[{\"Column\":\"name\",\"Properties\":{\"Path\":\"$.inner.tags[1]\"}},"
                        + "{\"Column\":\"raw\",\"Properties\":{\"Field\":\"raw\",\"Transform\":\"BytesAsBase64\"}},"
                        + "{\"Column\":\"inner\",\"Properties\":{\"Path\":\"$.inner\"}}]'");
        assertThat(rows()).contains("null,y,null,null,AQI=,{\"tags\":[\"x\",\"y\"]}");
    }

    @Test
    void whatIsNoAvroFileIsRefused() throws IOException {
        put("text.avro", "id,name\n".getBytes(StandardCharsets.UTF_8));
        refused("text.avro", "format='avro'", "the data cannot be read: not an Avro file");
        byte[] whole = writeAvro("events.avro", CodecFactory.nullCodec());
        put("half.avro", Arrays.copyOf(whole, whole.length - 20));
        refused("half.avro", "format='avro'", "the data cannot be read: the Avro file breaks off");
        assertThat(rows()).doesNotContain("one");
    }

    @Test
    void orcIsReadByNames() throws IOException {
        writeOrc("events.orc");
        ingest("events.orc", "format='orc'");
        assertThat(rows())
                .contains("0,row 0,2020-01-02T03:04:05.1234567Z,1.5,,[\"a\",\"b\"]")
                .contains("1999,row 1999,2020-01-02T03:04:05.1234567Z,1.5,,[\"a\",\"b\"]");
    }

    @Test
    void orcIsReadByAMapping() throws IOException {
        writeOrc("events.orc");
        ingest(
                "events.orc",
                "format='orc', ingestionMapping='[{\"Column\":\"name\",\"Properties\":{\"Path\":\"$.inner[0]\"}}]'");
        assertThat(rows()).contains("null,a,null,null,,null");
    }

    @Test
    void whatIsNoOrcFileIsRefused() throws IOException {
        put("text.orc", "id,name\n".repeat(100).getBytes(StandardCharsets.UTF_8));
        refused("text.orc", "format='orc'", "the data cannot be read: Malformed ORC file");
    }

    @Test
    void parquetIsReadByAMapping() throws SQLException {
        writeParquet(
                "SELECT 7 AS n, {'k': {'l': [1, 2]}} AS s, TIMESTAMP '2020-01-02 03:04:05' AS t, 'ab'::BLOB AS b, 1577934245 AS unix");
        ingest(
                "rows.parquet",
                "format='parquet', ingestionMapping='[{\"Column\":\"id\",\"Properties\":{\"Path\":\"$.s.k.l[1]\"}},"
                        + "{\"Column\":\"name\",\"Properties\":{\"Transform\":\"SourceLocation\"}},"
                        + "{\"Column\":\"at\",\"Properties\":{\"Field\":\"unix\",\"Transform\":\"DateTimeFromUnixSeconds\"}},"
                        + "{\"Column\":\"price\",\"Properties\":{\"Field\":\"n\"}},"
                        + "{\"Column\":\"raw\",\"Properties\":{\"Field\":\"b\",\"Transform\":\"BytesAsBase64\"}},"
                        + "{\"Column\":\"inner\",\"Properties\":{\"Path\":\"$\",\"Transform\":\"DropMappedFields\"}}]'");
        assertThat(rows())
                .contains("2,https://storage.example/c/rows.parquet,2020-01-02T03:04:05.0000000Z,7.0,YWI=,")
                .contains("\"t\":\"2020-01-02T03:04:05Z\"");
    }

    @Test
    void jsonTextOfParquetIsTheValueThatItSays() throws SQLException {
        writeParquet(
                "SELECT * FROM (VALUES (1, '{\"a\": [1]}'), (2, 'plain'), (3, '12'), (4, NULL)) AS r(id, \"inner\")");
        ingest("rows.parquet", "format='parquet'");
        assertThat(rows()).contains(",{\"a\":[1]}", ",\"plain\"", ",12", "4,,null,null,,null");
    }

    @Test
    void membersOfAnArchiveAreIngestedAsFarAsTheirNamesFit() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> member : Map.of(
                            "a/1.csv", "1,one\n", "2.csv", "2,two\n", "read.me", "not,read\n")
                    .entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        put("rows.csv.zip", bytes.toByteArray());
        ingest("rows.csv.zip", "zipPattern='.*[.]csv'");
        assertThat(rows()).contains("1,one", "2,two").doesNotContain("read");
        refused("rows.csv.zip", "zipPattern='['", "property 'zipPattern' cannot be '['");
    }

    @Test
    void anArchiveThatIsBrokenIsRefused() throws IOException {
        put("rows.zip", "PK\u0003\u0004 and no more".getBytes(StandardCharsets.UTF_8));
        refused("rows.zip", "format='csv'", "the zip archive is broken");
    }

    @Test
    void compressionIsSeenWhateverTheNameSays() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("1,one\n".getBytes(StandardCharsets.UTF_8));
        }
        put("packed.csv.gz", bytes.toByteArray());
        ingest("packed.csv.gz", "format='csv', TreatGzAsUncompressed=true");
        assertThat(rows()).as("the bytes as they are").isNotEmpty().doesNotContain("1,one");
        put("plain.csv.gz", "2,two\n".getBytes(StandardCharsets.UTF_8));
        ingest("plain.csv.gz", "format='csv', TreatGzAsUncompressed=true");
        assertThat(rows()).contains("2,two");
        script.command(".clear table T data");
        put("rows.csv", bytes.toByteArray());
        ingest("rows.csv", "creationTime='2020-01-02'");
        assertThat(rows()).contains("1,one");
        assertThat(script.command(".show table T extents | project MaxCreatedOn")
                        .rows())
                .containsExactly(List.of(DatetimeText.ticks("2020-01-02").orElseThrow()));
        put("half.csv.gz", Arrays.copyOf(bytes.toByteArray(), bytes.size() - 10));
        refused("half.csv.gz", "format='csv'", "the data cannot be read: Unexpected end of ZLIB input stream");
        Files.delete(directory.resolve("blobs/half.csv.gz"));
    }

    private void ingest(String blob, String properties) {
        script.command(".ingest into table T ('https://storage.example/c/" + blob + "') with (" + properties + ")");
    }

    private void refused(String blob, String properties, String message) {
        assertThatThrownBy(() -> ingest(blob, properties))
                .isInstanceOfAny(RemoteException.class, UserException.class)
                .hasMessageContaining(message);
    }

    private String rows() {
        return script.run("T | project id, name, at, toreal(price), raw, inner | sort by id asc");
    }

    private void put(String name, byte[] content) throws IOException {
        Files.write(directory.resolve("blobs").resolve(name), content);
    }

    private byte[] writeAvro(String name, CodecFactory codec) throws IOException {
        Path file = directory.resolve("blobs").resolve(name);
        try (DataFileWriter<Object> writer = new DataFileWriter<>(new GenericDatumWriter<>(AVRO))) {
            writer.setCodec(codec).create(AVRO, file.toFile());
            for (int i = 1; i <= 2; i++) {
                GenericData.Record inner =
                        new GenericData.Record(AVRO.getField("inner").schema());
                inner.put("tags", List.of("x", "y"));
                GenericData.Record record = new GenericData.Record(AVRO);
                record.put("id", (long) i);
                record.put("name", i == 1 ? "one" : null);
                record.put("at", 1_577_934_245_123_456L);
                Schema decimal = AVRO.getField("price").schema();
                record.put(
                        "price",
                        new Conversions.DecimalConversion()
                                .toBytes(new BigDecimal("12.34"), decimal, decimal.getLogicalType()));
                record.put("raw", ByteBuffer.wrap(new byte[] {1, 2}));
                record.put("inner", inner);
                writer.append(record);
            }
        }
        return Files.readAllBytes(file);
    }

    private void writeOrc(String name) throws IOException {
        TypeDescription schema = TypeDescription.fromString(
                "struct<id:bigint,name:string,at:timestamp,price:decimal(10,2),raw:binary,inner:array<string>>");
        try (Writer writer = OrcFile.createWriter(
                new org.apache.hadoop.fs.Path(
                        directory.resolve("blobs").resolve(name).toUri()),
                OrcFile.writerOptions(new Configuration(false))
                        .setSchema(schema)
                        .useUTCTimestamp(true))) {
            VectorizedRowBatch batch = schema.createRowBatch();
            for (int row = 0; row < 2000; row++) {
                addRow(batch, row);
                if (batch.size == batch.getMaxSize()) {
                    writer.addRowBatch(batch);
                    batch.reset();
                }
            }
            writer.addRowBatch(batch);
        }
    }

    private static void addRow(VectorizedRowBatch batch, int row) {
        int at = batch.size++;
        ((LongColumnVector) batch.cols[0]).vector[at] = row;
        ((BytesColumnVector) batch.cols[1]).setVal(at, ("row " + row).getBytes(StandardCharsets.UTF_8));
        TimestampColumnVector times = (TimestampColumnVector) batch.cols[2];
        times.time[at] = 1_577_934_245_123L;
        times.nanos[at] = 123_456_700;
        ((DecimalColumnVector) batch.cols[3]).set(at, HiveDecimal.create("1.50"));
        ((BytesColumnVector) batch.cols[4]).setVal(at, new byte[] {1});
        ListColumnVector list = (ListColumnVector) batch.cols[5];
        list.offsets[at] = list.childCount;
        list.lengths[at] = 2;
        list.childCount += 2;
        list.child.ensureSize(list.childCount, true);
        for (int i = 0; i < 2; i++) {
            ((BytesColumnVector) list.child)
                    .setVal((int) list.offsets[at] + i, (i == 0 ? "a" : "b").getBytes(StandardCharsets.UTF_8));
        }
    }

    private void writeParquet(String select) throws SQLException {
        Path file = directory.resolve("blobs").resolve("rows.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (" + select + ") TO '" + file + "' (FORMAT parquet)");
        }
    }
}
