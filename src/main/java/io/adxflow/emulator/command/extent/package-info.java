/** Extents: moved, replaced, tagged, dropped, shown. A {@code Selection} is what a query chose. */
package io.adxflow.emulator.command.extent;
