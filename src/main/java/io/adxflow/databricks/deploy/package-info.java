/** What Databricks is asked for, made offline: bodies of requests, bundles, and the shapes that they are checked against. */
package io.adxflow.databricks.deploy;
