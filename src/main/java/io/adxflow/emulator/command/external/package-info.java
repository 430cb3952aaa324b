/** The commands about external tables. */
package io.adxflow.emulator.command.external;
