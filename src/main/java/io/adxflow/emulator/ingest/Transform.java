package io.adxflow.emulator.ingest;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mapping does to a value before it is stored.
 *
 * @see <a href="https://learn.microsoft.com/kusto/management/mappings#mapping-transformations">Mapping transformations</a>
 */
enum Transform {
    NONE,
    PROPERTY_BAG_ARRAY_TO_DICTIONARY,
    SOURCE_LOCATION,
    SOURCE_LINE_NUMBER,
    DATE_TIME_FROM_UNIX_SECONDS,
    DATE_TIME_FROM_UNIX_MILLISECONDS,
    DATE_TIME_FROM_UNIX_MICROSECONDS,
    DATE_TIME_FROM_UNIX_NANOSECONDS,
    DROP_MAPPED_FIELDS,
    BYTES_AS_BASE64;

    static Optional<Transform> named(String name) {
        return Arrays.stream(values())
                .filter(transform -> transform.keyword().equalsIgnoreCase(name))
                .findFirst();
    }

    static List<String> keywords() {
        return Arrays.stream(values()).map(Transform::keyword).toList();
    }

    /** Whether it says all, so that the record need not be looked at. */
    boolean isOfSource() {
        return this == SOURCE_LOCATION || this == SOURCE_LINE_NUMBER;
    }

    private String keyword() {
        StringBuilder keyword = new StringBuilder();
        for (String word : name().split("_")) {
            keyword.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return keyword.toString();
    }
}
