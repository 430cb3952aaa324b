package io.adxflow.job.model;

import io.adxflow.secret.entra.Cloud;
import java.net.URI;

/**
 * An ADX database and how to reach it.
 *
 * @param cluster the address of the engine, without a path
 * @param cloud the cloud whose Entra ID signs in
 * @param isEmulator whether a run may start an emulator when none answers at the address
 */
public record AdxConnection(URI cluster, String database, Engine engine, Cloud cloud, Auth auth, boolean isEmulator) {}
