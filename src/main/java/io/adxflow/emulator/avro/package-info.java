/** Reads Avro files. The home of Avro, whose library comes with Spark. */
package io.adxflow.emulator.avro;
