package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxType;
import io.adxflow.base.diagnostic.UserException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

class CsvRowTest {
    private static final StructType NESTED = new StructType()
            .add("x", DataTypes.createArrayType(DataTypes.IntegerType))
            .add("y", DataTypes.StringType)
            .add("z", DataTypes.DoubleType);

    @Test
    void aNullIsAnEmptyFieldAndAnEmptyTextAPairOfQuotes() {
        StructType rows = new StructType().add("a", DataTypes.StringType).add("b", DataTypes.StringType);
        List<AdxColumn> table = List.of(new AdxColumn("a", AdxType.STRING), new AdxColumn("b", AdxType.STRING));
        CsvRow row = new CsvRow(CsvLayout.of(rows, table, "T"));
        assertThat(row.text(new GenericInternalRow(new Object[] {null, text("")})))
                .hasToString(",\"\"\n");
    }

    @Test
    void noRowIsAnEmptyLine() {
        assertThat(line(DataTypes.LongType, AdxType.LONG, null)).isEqualTo("\"\"\n");
    }

    @Test
    void quotesAreDoubledAndEverythingElseStays() {
        assertThat(line(DataTypes.StringType, AdxType.STRING, text("a\"b,\r\n\t\u00e9\ud83c\udf00\"")))
                .isEqualTo("\"a\"\"b,\r\n\t\u00e9\ud83c\udf00\"\"\"\n");
    }

    @Test
    void realsThatAreNoNumbersHaveNames() {
        assertThat(line(DataTypes.DoubleType, AdxType.REAL, Double.NaN)).isEqualTo("NaN\n");
        assertThat(line(DataTypes.DoubleType, AdxType.REAL, Double.NEGATIVE_INFINITY))
                .isEqualTo("-Infinity\n");
    }

    @Test
    void decimalsArePlain() {
        Decimal small = Decimal.apply(new BigDecimal("-0.0000000005"), 38, 10);
        assertThat(line(DataTypes.createDecimalType(38, 10), AdxType.DECIMAL, small))
                .isEqualTo("-0.0000000005\n");
    }

    @Test
    void datetimesAreUtcWithMicroseconds() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("1969-12-31T23:59:59.999999Z"));
        assertThat(line(DataTypes.TimestampType, AdxType.DATETIME, micros)).isEqualTo("1969-12-31T23:59:59.999999Z\n");
        assertThat(line(DataTypes.DateType, AdxType.DATETIME, -141714)).isEqualTo("1582-01-01\n");
    }

    @Test
    void aDatetimeThatAdxCannotHoldIsRefused() {
        assertThatThrownBy(() -> line(DataTypes.DateType, AdxType.DATETIME, 3_000_000))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("ADX402")
                .hasMessageContaining("column 'c' would not arrive as it is: a datetime is of the years 1 to 9999");
    }

    @Test
    void aTextThatIsNoGuidIsRefused() {
        assertThatThrownBy(() -> line(DataTypes.StringType, AdxType.GUID, text("x")))
                .hasMessageContaining("would not arrive as it is: not a guid: 'x'");
    }

    @Test
    void aTextThatIsATimespanIsWrittenAsAdxWritesIt() {
        assertThat(line(DataTypes.StringType, AdxType.TIMESPAN, text("-1.02:03:04.5")))
                .isEqualTo("-1.02:03:04.5000000\n");
    }

    @Test
    void nestedValuesAreJson() {
        InternalRow value = new GenericInternalRow(
                new Object[] {new GenericArrayData(new Object[] {1, null}), text("q\"\n"), Double.NaN});
        assertThat(line(NESTED, AdxType.DYNAMIC, value))
                .isEqualTo("\"{\"\"x\"\":[1,null],\"\"y\"\":\"\"q\\\"\"\\n\"\",\"\"z\"\":\"\"NaN\"\"}\"\n");
    }

    @Test
    void columnsAreMatchedByName() {
        StructType rows = new StructType().add("b", DataTypes.LongType).add("a", DataTypes.StringType);
        List<AdxColumn> table = List.of(new AdxColumn("a", AdxType.STRING), new AdxColumn("b", AdxType.LONG));
        CsvRow row = new CsvRow(CsvLayout.of(rows, table, "T"));
        assertThat(row.text(new GenericInternalRow(new Object[] {7L, text("x")})))
                .hasToString("\"x\",7\n");
    }

    @Test
    void everyColumnThatDoesNotFitIsNamed() {
        StructType rows = new StructType().add("a", DataTypes.StringType).add("x", DataTypes.LongType);
        List<AdxColumn> table = List.of(new AdxColumn("a", AdxType.LONG), new AdxColumn("b", AdxType.LONG));
        assertThatThrownBy(() -> CsvLayout.of(rows, table, "T"))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("'a' is string in the rows and long in the table")
                .hasMessageContaining("the rows have no column 'b'")
                .hasMessageContaining("the table has no column 'x'");
    }

    private static String line(DataType source, AdxType target, Object value) {
        StructType rows = new StructType().add("c", source);
        CsvLayout layout = CsvLayout.of(rows, List.of(new AdxColumn("c", target)), "T");
        return new CsvRow(layout)
                .text(new GenericInternalRow(new Object[] {value}))
                .toString();
    }

    private static UTF8String text(String text) {
        return UTF8String.fromString(text);
    }
}
