/** Queries whose new rows go to external tables again and again. */
package io.adxflow.emulator.command.continuous;
