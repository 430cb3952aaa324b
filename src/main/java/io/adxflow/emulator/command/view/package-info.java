/** Materialized views. */
package io.adxflow.emulator.command.view;
