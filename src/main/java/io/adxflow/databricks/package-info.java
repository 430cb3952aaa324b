/**
 * What only Databricks has. Here: secrets through dbutils, found by looking at the process, never by a class being there.
 * The rooms {@code deploy} and {@code workspace} are for workstations: a cluster has not the SDK that they call.
 */
package io.adxflow.databricks;
