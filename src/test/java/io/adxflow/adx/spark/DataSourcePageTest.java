package io.adxflow.adx.spark;

import static org.assertj.core.api.Assertions.assertThat;

import io.adxflow.adx.client.AdxType;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.YearMonthIntervalType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The page of the data source says what the code does. */
class DataSourcePageTest {
    private static final Path PAGE = Path.of("src/site/markdown/reference/data-source.md");
    /** One of each type that Spark has. */
    private static final List<DataType> SPARK = List.of(
            DataTypes.BooleanType,
            DataTypes.ByteType,
            DataTypes.ShortType,
            DataTypes.IntegerType,
            DataTypes.LongType,
            DataTypes.FloatType,
            DataTypes.DoubleType,
            DataTypes.createDecimalType(38, 18),
            DataTypes.StringType,
            DataTypes.BinaryType,
            DataTypes.TimestampType,
            DataTypes.TimestampNTZType,
            DataTypes.DateType,
            DayTimeIntervalType.DEFAULT(),
            YearMonthIntervalType.DEFAULT(),
            DataTypes.CalendarIntervalType,
            new StructType(),
            DataTypes.createArrayType(DataTypes.LongType),
            DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType));

    @Test
    void everyOptionIsOnThePage() throws IOException, IllegalAccessException {
        String page = Files.readString(PAGE);
        for (Field option : AdxOption.class.getDeclaredFields()) {
            assertThat(page).contains("`" + option.get(null) + "`");
        }
    }

    @ParameterizedTest
    @EnumSource(AdxType.class)
    void everyTypeIsInTheTable(AdxType type) throws IOException {
        String reads = Arrays.stream(ReadType.values())
                .filter(read -> read.adx() == type)
                .map(read -> read.spark().simpleString())
                .collect(Collectors.joining(" or "));
        Stream<DataType> writes = SPARK.stream().filter(source -> CsvCell.fits(source, type));
        String row = "| " + type.kql() + " | " + reads + " | "
                + writes.map(DataSourcePageTest::name).collect(Collectors.joining(", ")) + " |";
        assertThat(Files.readString(PAGE)).contains(row);
    }

    /** Without what is inside. */
    private static String name(DataType type) {
        return type.simpleString().replaceAll("[<(].*", "");
    }
}
