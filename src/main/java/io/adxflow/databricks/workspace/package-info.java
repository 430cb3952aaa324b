/** A Databricks workspace as it is: files, jobs, runs and secrets, through Databricks' SDK. Never on a cluster. */
package io.adxflow.databricks.workspace;
