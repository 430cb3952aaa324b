/** Azure Data Explorer as a client sees it; {@link io.adxflow.adx.client.AdxClient} is where to start. */
package io.adxflow.adx;
