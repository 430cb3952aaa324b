/** A local Azure Data Explorer: real Kusto clients query it and write to it. */
package io.adxflow.emulator;
