package io.adxflow.emulator.command.extent;

import io.adxflow.emulator.command.language.Properties;
import io.adxflow.emulator.store.Extent;

/** The properties {@code extentCreatedOnFrom} and {@code extentCreatedOnTo}: ticks, both included. */
public record CreationRange(long from, long to) {
    public static final CreationRange ANY_TIME = new CreationRange(Long.MIN_VALUE, Long.MAX_VALUE);

    static CreationRange of(Properties properties) {
        return new CreationRange(
                properties.datetime("extentCreatedOnFrom").orElse(Long.MIN_VALUE),
                properties.datetime("extentCreatedOnTo").orElse(Long.MAX_VALUE));
    }

    boolean contains(Extent extent) {
        return extent.maxCreatedOn() >= from && extent.minCreatedOn() <= to;
    }
}
