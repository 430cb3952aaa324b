package io.adxflow.adx.spark;

import io.adxflow.adx.client.AdxCluster;
import io.adxflow.adx.client.AdxOptions;

/** A KQL query whose result is to become a DataFrame. The database is the cluster's default one. */
public record AdxQuery(AdxCluster cluster, String kql, AdxOptions options) {}
