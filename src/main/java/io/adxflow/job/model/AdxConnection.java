package io.adxflow.job.model;

import java.net.URI;

/**
 * An ADX database and how to reach it.
 *
 * @param cluster the address of the engine, without a path
 * @param isEmulator whether a run may start an emulator when none answers at the address
 */
public record AdxConnection(URI cluster, String database, Engine engine, Auth auth, boolean isEmulator) {}
