/**
 * What moves rows between Spark and ADX: the seam {@link io.adxflow.adx.spark.AdxTables} with one class per engine, and
 * our own data source, short name {@code adx}.
 */
package io.adxflow.adx.spark;
