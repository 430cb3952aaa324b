package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxCluster;

/**
 * A table that takes rows, in the cluster's default database.
 *
 * @param requestId the client request id under which ADX and the connector know the write
 */
public record AdxTarget(AdxCluster cluster, String table, String requestId) {}
