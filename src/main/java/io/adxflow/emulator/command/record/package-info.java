/** Rows that are deleted or updated by a predicate. */
package io.adxflow.emulator.command.record;
