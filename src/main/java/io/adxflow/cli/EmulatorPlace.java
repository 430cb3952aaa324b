package io.adxflow.cli;

import java.nio.file.Path;

/**
 * Where an emulator is to run.
 *
 * @param port 0 for any free one
 * @param database exists beside the default one
 * @param hasSample whether the sample table is loaded when it is not there
 */
record EmulatorPlace(Path directory, String host, int port, String database, boolean hasSample) {}
