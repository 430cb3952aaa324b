package io.adxflow.emulator.command.language;

import io.adxflow.emulator.store.BlobSource;
import io.adxflow.emulator.store.Store;
import java.util.List;
import java.util.Set;

/**
 * What all commands share.
 *
 * @param guards asked of every change, one after the other
 * @param rules applied to every change that may be, and to what follows from it
 * @param exporting the continuous exports that run, by database and name; many threads may use it
 */
public record CommandServices(
        CommandParser parser,
        Store store,
        BlobSource blobs,
        Operations operations,
        RequestLog requests,
        IngestionFailures failures,
        List<ChangeRule> guards,
        List<ChangeRule> rules,
        Set<String> exporting) {
    public CommandServices {
        guards = List.copyOf(guards);
        rules = List.copyOf(rules);
    }
}
