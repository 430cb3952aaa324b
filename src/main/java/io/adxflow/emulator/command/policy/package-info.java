/** Policies of tables and databases, and what expires by them. */
package io.adxflow.emulator.command.policy;
