package io.adxflow.emulator.store;

/**
 * A blob below a place.
 *
 * @param locator with what gives access
 * @param path below the place, with slashes
 */
public record ListedBlob(String locator, String path, long bytes) {}
