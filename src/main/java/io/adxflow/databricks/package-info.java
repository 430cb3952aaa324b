/** What only Databricks has: secrets through dbutils. Found by looking at the process, never by a class being there. */
package io.adxflow.databricks;
