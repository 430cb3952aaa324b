/** Reads ORC files. The home of ORC and of the Hadoop classes that it needs, which come with Spark. */
package io.adxflow.emulator.orc;
