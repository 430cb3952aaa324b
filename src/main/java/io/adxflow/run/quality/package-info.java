/** Checks of data quality as Spark SQL, and their verdicts. Knows no Spark. */
package io.adxflow.run.quality;
