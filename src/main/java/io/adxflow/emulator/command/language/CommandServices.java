package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.Store;
import java.util.List;

/**
 * What all commands share.
 *
 * @param rules applied to every change, one after the other
 */
public record CommandServices(
        CommandParser parser,
        Store store,
        BlobSource blobs,
        Operations operations,
        RequestLog requests,
        IngestionFailures failures,
        List<ChangeRule> rules) {
    public CommandServices {
        rules = List.copyOf(rules);
    }
}
