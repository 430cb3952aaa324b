/** The command line: one class per command, the wiring, and the one terminal. Start at {@code FlowCommand}. */
package io.adxflow.cli;
