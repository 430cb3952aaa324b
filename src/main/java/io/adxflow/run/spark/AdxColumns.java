package io.adxflow.run.spark;

import io.adxflow.adx.client.AdxColumn;
import io.adxflow.adx.client.AdxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Which ADX type a Spark column becomes, and which others take its values without loss. */
final class AdxColumns {
    private AdxColumns() {}

    /** The columns of a table that is made for the rows; a column without an ADX type is left out. */
    static List<AdxColumn> of(StructType rows) {
        List<AdxColumn> columns = new ArrayList<>();
        for (StructField field : rows.fields()) {
            type(field.dataType()).ifPresent(type -> columns.add(new AdxColumn(field.name(), type)));
        }
        return columns;
    }

    static Optional<AdxType> type(DataType type) {
        if (type.equals(DataTypes.BooleanType)) {
            return Optional.of(AdxType.BOOL);
        } else if (Set.of(DataTypes.ByteType, DataTypes.ShortType, DataTypes.IntegerType)
                .contains(type)) {
            return Optional.of(AdxType.INT);
        } else if (type.equals(DataTypes.LongType)) {
            return Optional.of(AdxType.LONG);
        } else if (Set.of(DataTypes.FloatType, DataTypes.DoubleType).contains(type)) {
            return Optional.of(AdxType.REAL);
        } else if (type instanceof DecimalType) {
            return Optional.of(AdxType.DECIMAL);
        } else if (type.equals(DataTypes.StringType)) {
            return Optional.of(AdxType.STRING);
        } else if (Set.of(DataTypes.TimestampType, DataTypes.TimestampNTZType, DataTypes.DateType)
                .contains(type)) {
            return Optional.of(AdxType.DATETIME);
        } else if (type instanceof DayTimeIntervalType) {
            return Optional.of(AdxType.TIMESPAN);
        }
        boolean nested = type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
        return nested ? Optional.of(AdxType.DYNAMIC) : Optional.empty();
    }

    /**
     * Whether values of the one type are values of the other without loss. A guid and a timespan are texts in Spark, and the
     * engine refuses a text that is neither; a text in a dynamic column is JSON.
     */
    static boolean fits(AdxType made, AdxType wanted) {
        return made == wanted
                || switch (made) {
                    case INT -> Set.of(AdxType.LONG, AdxType.REAL, AdxType.DECIMAL)
                            .contains(wanted);
                    case LONG -> wanted == AdxType.DECIMAL;
                    case STRING -> Set.of(AdxType.GUID, AdxType.DYNAMIC, AdxType.TIMESPAN)
                            .contains(wanted);
                    case BOOL, REAL, DECIMAL, DATETIME, TIMESPAN, GUID, DYNAMIC -> false;
                };
    }
}
