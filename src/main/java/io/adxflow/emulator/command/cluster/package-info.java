/** What the cluster and its databases say of themselves: schema, version, capacity, operations, commands. */
package io.adxflow.emulator.command.cluster;
