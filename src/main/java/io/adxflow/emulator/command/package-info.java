/** Control commands: text to one record per command, and what each does to the store. Start with {@link io.adxflow.emulator.command.Commands}. */
package io.adxflow.emulator.command;
