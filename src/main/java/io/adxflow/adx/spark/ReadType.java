package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DayTimeIntervalType;

/** The types of ADX as Spark reads them: one more than ADX has, as a timespan may be a text or an interval. */
enum ReadType {
    BOOL(AdxType.BOOL, DataTypes.BooleanType),
    INT(AdxType.INT, DataTypes.IntegerType),
    LONG(AdxType.LONG, DataTypes.LongType),
    REAL(AdxType.REAL, DataTypes.DoubleType),
    DECIMAL(AdxType.DECIMAL, DataTypes.createDecimalType(SparkTypes.PRECISION, SparkTypes.SCALE)),
    STRING(AdxType.STRING, DataTypes.StringType),
    DATETIME(AdxType.DATETIME, DataTypes.TimestampType),
    TIMESPAN(AdxType.TIMESPAN, DataTypes.StringType),
    INTERVAL(AdxType.TIMESPAN, DayTimeIntervalType.DEFAULT()),
    GUID(AdxType.GUID, DataTypes.StringType),
    DYNAMIC(AdxType.DYNAMIC, DataTypes.StringType);

    private final AdxType adx;
    private final DataType spark;

    ReadType(AdxType adx, DataType spark) {
        this.adx = adx;
        this.spark = spark;
    }

    /** @param intervals whether timespans are read as intervals */
    static ReadType of(AdxType adx, boolean intervals) {
        return adx == AdxType.TIMESPAN && intervals ? INTERVAL : valueOf(adx.name());
    }

    AdxType adx() {
        return adx;
    }

    DataType spark() {
        return spark;
    }
}
