/**
 * Spark SQL as far as Spark's generated grammar reads it. No other class of Spark is loaded: Spark starts in a second, the
 * grammar in a sixth of one.
 */
package io.adxflow.job.spark;
