/** Tables and their columns: made, changed, renamed, described, dropped, shown. */
package io.adxflow.emulator.command.table;
