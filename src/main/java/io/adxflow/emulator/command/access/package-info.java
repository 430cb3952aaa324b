/** Principals, their roles, and the role that a command needs. */
package io.adxflow.emulator.command.access;
