package io.adxflow.kql.language;

import java.util.List;
import java.util.Optional;

/**
 * Data that lies outside of the database, as {@code externaldata} names it.
 *
 * @param addresses of files or blobs, whose rows follow each other
 * @param format empty when the ending of an address tells it
 * @param skipsFirst whether the first record is a header
 * @param mapping how records become rows, as the mappings of ingestion say it
 */
public record ExternalData(
        Schema schema, List<String> addresses, Optional<String> format, boolean skipsFirst, Optional<String> mapping) {
    public ExternalData {
        addresses = List.copyOf(addresses);
    }
}
