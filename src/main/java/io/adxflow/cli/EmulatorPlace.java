package io.adxflow.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Where an emulator is to run.
 *
 * @param port 0 for any free one
 * @param database exists beside the default one
 * @param hasSample whether the sample table is loaded when it is not there
 * @param tlsPort for https beside http, 0 for any free one
 * @param tokens the file of the tokens that requests need, if they need any
 * @param storage the connection string of the account that clients upload to, if it is not the emulator's own storage
 * @param sources hosts and folders that data may be ingested from
 * @param memoryBytes for all queries at one time; half of the machine when it is not given
 * @param origins of web pages that may use it, beside those of this machine
 */
record EmulatorPlace(
        Path directory,
        String host,
        int port,
        String database,
        boolean hasSample,
        OptionalInt tlsPort,
        Optional<Path> tokens,
        Optional<String> storage,
        List<String> sources,
        OptionalLong memoryBytes,
        List<String> origins) {}
