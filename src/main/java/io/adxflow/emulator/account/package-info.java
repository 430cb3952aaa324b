/**
 * Somebody else's storage account as the place that clients upload to. Start at
 * {@link io.adxflow.emulator.account.StorageAccount}.
 */
package io.adxflow.emulator.account;
