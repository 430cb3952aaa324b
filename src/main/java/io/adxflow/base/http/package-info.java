/** A small HTTP server and client. Start at {@link io.adxflow.base.http.HttpServer}. The home of Undertow and java.net.http. */
package io.adxflow.base.http;
