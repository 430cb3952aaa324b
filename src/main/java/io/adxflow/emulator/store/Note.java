package io.adxflow.emulator.store;

/**
 * A text that the store keeps beside the databases.
 *
 * @param kind what it is about
 * @param key names it among those of its kind
 */
public record Note(String kind, String key, String text) {}
