/**
 * What every control command is made of: its text and reader, what it runs in, what it answers, and the queries and
 * operations inside it. Start at {@code Command}.
 */
package io.adxflow.emulator.command.language;
