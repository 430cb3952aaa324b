/** Stored functions. */
package io.adxflow.emulator.command.function;
