/**
 * Queries and commands over the Kusto protocol: sign-in, requests, retries, answers row by row. No Spark; start at
 * {@link io.adxflow.adx.client.AdxClient}.
 */
package io.adxflow.adx.client;
