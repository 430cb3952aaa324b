/** The addresses of the emulator and what answers them. Start at {@link io.adxflow.emulator.endpoint.EmulatorRoutes}. */
package io.adxflow.emulator.endpoint;
