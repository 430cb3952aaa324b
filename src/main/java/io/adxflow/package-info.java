/** Declarative Spark pipelines between Azure Data Explorer and Databricks; {@link io.adxflow.base} is where to start. */
package io.adxflow;
