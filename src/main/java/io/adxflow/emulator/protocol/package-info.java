/** Bodies on the wire, as pure functions: requests read, answers and errors written. They know no socket and no database. */
package io.adxflow.emulator.protocol;
