package io.adxflow.emulator.orc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.hive.ql.exec.vector.BytesColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DecimalColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.DoubleColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.ListColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.LongColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.MapColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.StructColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.TimestampColumnVector;
import org.apache.hadoop.hive.ql.exec.vector.UnionColumnVector;
import org.apache.orc.TypeDescription;

/** A cell of ORC's vectors as a value of {@link io.adxflow.emulator.store.Records}. */
final class OrcValues {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private OrcValues() {}

    static Object plain(TypeDescription type, ColumnVector vector, int row) {
        int at = vector.isRepeating ? 0 : row;
        if (!vector.noNulls && vector.isNull[at]) {
            return null;
        }
        return switch (type.getCategory()) {
            case BOOLEAN -> ((LongColumnVector) vector).vector[at] != 0;
            case BYTE, SHORT, INT, LONG -> ((LongColumnVector) vector).vector[at];
            case FLOAT, DOUBLE -> ((DoubleColumnVector) vector).vector[at];
            case DATE -> Instant.ofEpochSecond(((LongColumnVector) vector).vector[at] * SECONDS_PER_DAY);
            case TIMESTAMP, TIMESTAMP_INSTANT -> moment((TimestampColumnVector) vector, at);
            case DECIMAL -> ((DecimalColumnVector) vector)
                    .vector[at]
                    .getHiveDecimal()
                    .bigDecimalValue();
            case STRING, CHAR, VARCHAR -> new String(bytes((BytesColumnVector) vector, at), StandardCharsets.UTF_8);
            case BINARY -> bytes((BytesColumnVector) vector, at);
            case LIST -> list(type, (ListColumnVector) vector, at);
            case MAP -> map(type, (MapColumnVector) vector, at);
            case STRUCT -> struct(type, (StructColumnVector) vector, at);
            case UNION -> union(type, (UnionColumnVector) vector, at);
        };
    }

    private static Instant moment(TimestampColumnVector vector, int row) {
        return Instant.ofEpochSecond(
                Math.floorDiv(vector.time[row], 1000L), Math.floorMod(vector.nanos[row], NANOS_PER_SECOND));
    }

    private static byte[] bytes(BytesColumnVector vector, int row) {
        return Arrays.copyOfRange(vector.vector[row], vector.start[row], vector.start[row] + vector.length[row]);
    }

    private static List<Object> list(TypeDescription type, ListColumnVector vector, int row) {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < vector.lengths[row]; i++) {
            list.add(plain(type.getChildren().get(0), vector.child, (int) vector.offsets[row] + i));
        }
        return list;
    }

    private static Map<String, Object> map(TypeDescription type, MapColumnVector vector, int row) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < vector.lengths[row]; i++) {
            int at = (int) vector.offsets[row] + i;
            Object key = plain(type.getChildren().get(0), vector.keys, at);
            map.put(String.valueOf(key), plain(type.getChildren().get(1), vector.values, at));
        }
        return map;
    }

    private static Map<String, Object> struct(TypeDescription type, StructColumnVector vector, int row) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < vector.fields.length; i++) {
            members.put(type.getFieldNames().get(i), plain(type.getChildren().get(i), vector.fields[i], row));
        }
        return members;
    }

    private static Object union(TypeDescription type, UnionColumnVector vector, int row) {
        int tag = vector.tags[row];
        return plain(type.getChildren().get(tag), vector.fields[tag], row);
    }
}
