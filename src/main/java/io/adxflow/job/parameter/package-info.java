/** Parameters: their types, and how a value is written into KQL, SQL and plain text so that it stays a value. */
package io.adxflow.job.parameter;
