/**
 * Control commands: {@link io.adxflow.emulator.command.Commands} is the door, {@code CommandForms} and {@code ShowForms} list them
 * all. A room per thing that commands are about; in it one record per command, and what it does to the store.
 */
package io.adxflow.emulator.command;
