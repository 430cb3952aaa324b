/** The results of queries that are kept for later queries of the same principal. */
package io.adxflow.emulator.command.result;
